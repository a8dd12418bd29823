// SPDX-License-Identifier: Apache-2.0
// From a change to what is seen: a few futures at once, then more, then as many as the study wants. What is newer drops
// what is older.
import type { Change, Fault, Opened, Run, Source } from './contract';
import { drawn } from './dom';
import type { Engine } from './engine';
import type { History } from './history';

export interface Seen {
  text: string;
  run: Run;
  only: string | undefined; // of the sections there is none but this one
  is_last: boolean; // no more futures will come
}

export interface Listener {
  opened(opened: Opened): void;
  seen(seen: Seen): void;
  faults(faults: Fault[]): void;
  waiting(draws: number | undefined): void; // undefined: nothing is being made
  view(): string | undefined; // what is looked at by itself
}

interface Step {
  draws: number;
  only: string | undefined;
  is_last: boolean; // no more futures will come
}

const few = 32;
const more = 200;

export class Conversation {
  private turn = 0; // of the newest request
  private text: string; // what is shown, or about to be; not in the history while something is being dragged
  private edits: Promise<void> = Promise.resolve();
  private waiting_change: { changes: Change[]; is_settled: boolean } | undefined;
  private draws = 0; // that the study wants

  constructor(
    private readonly engine: Engine,
    private readonly history: History,
    private readonly study: string,
    private readonly listener: Listener,
  ) {
    this.text = history.text;
  }

  /// Puts the files in and opens the study as its author left it, then as the reader left it.
  async begin(sources: Source[]): Promise<void> {
    for (const source of sources) await this.engine.ask({ do: 'put', ...source });
    await this.engine.ask({ do: 'open', study: this.study });
    if (await this.show(this.history.text)) return;
    if (this.history.text !== this.history.original && (await this.show(this.history.original))) {
      this.history.push(this.history.original);
    }
  }

  /// Edits and shows. What is being dragged is shown with a few futures and kept only once it is let go; of changes
  /// that come faster than they can be made, those between are left out.
  change(changes: Change[], is_settled = true): Promise<void> {
    const waiting = this.waiting_change;
    const settled = waiting?.is_settled ? waiting.changes : [];
    this.waiting_change = { changes: [...settled, ...changes], is_settled };
    if (waiting) return this.edits;
    this.edits = this.edits.then(async () => {
      const next = this.waiting_change;
      this.waiting_change = undefined;
      if (next) await this.edit(next.changes, next.is_settled);
    });
    return this.edits;
  }

  /// The first futures come with the answer: going to and fro takes longer than one would think.
  private async edit(changes: Change[], is_settled: boolean): Promise<void> {
    const { draws, only } = this.steps(is_settled)[0] as Step;
    this.listener.waiting(draws);
    const { text, ...run } = await this.engine.ask({ do: 'edit', text: this.text, changes, draws, only });
    if (text === undefined) {
      this.listener.faults(run.faults);
      this.listener.waiting(undefined);
      return;
    }
    this.text = text;
    if (is_settled) this.history.push(text);
    const runs = this.run(text, is_settled, run);
    if (!is_settled) await runs;
  }

  async undo(): Promise<void> {
    if (this.history.undo()) await this.show(this.history.text);
  }
  async redo(): Promise<void> {
    if (this.history.redo()) await this.show(this.history.text);
  }

  /// Takes another text for the study, if it is one; false, and nothing is lost, if not.
  async take(text: string): Promise<boolean> {
    if (!(await this.show(text))) return false;
    this.history.push(text);
    return true;
  }

  /// Opens a text and runs it; false if it has faults, and then what was shown stays.
  private async show(text: string): Promise<boolean> {
    if (!(await this.open(text))) return false;
    this.text = text;
    void this.run(text, true);
    return true;
  }

  private async open(text: string): Promise<boolean> {
    const opened = await this.engine.ask({ do: 'open', study: this.study, text });
    this.listener.faults(opened.faults);
    if (opened.faults.length) return false;
    this.draws = opened.draws ?? 0;
    this.listener.opened(opened);
    return true;
  }

  /// How many futures are made, one step after the other, and what is made of them.
  private steps(is_settled: boolean): Step[] {
    const all = this.draws;
    const only = this.listener.view();
    if (!is_settled) return [{ draws: Math.min(few, all), only, is_last: false }];
    const before = [few, more].filter((one) => one < all).map((draws) => ({ draws, only, is_last: false }));
    return [...before, { draws: all, only: undefined, is_last: true }];
  }

  /// The futures of a text, ever more of them, until something newer is asked for. `first`: those that are there already.
  private async run(text: string, is_settled: boolean, first?: Run): Promise<void> {
    const mine = ++this.turn;
    for (const [i, { draws, only, is_last }] of this.steps(is_settled).entries()) {
      this.listener.waiting(draws);
      const run = (i === 0 && first) || (await this.engine.ask({ do: 'run', text, draws, only }));
      if (mine !== this.turn) return;
      this.listener.faults(run.faults);
      if (run.faults.length) break;
      this.listener.seen({ text, run, only, is_last });
      if (!is_last) await drawn();
      if (is_settled && i === 0) await this.reread(text, mine);
      if (mine !== this.turn) return;
    }
    this.listener.waiting(undefined);
  }

  /// The controls as the new text has them: a change can add a scenario, or bound a value.
  private async reread(text: string, mine: number): Promise<void> {
    const opened = await this.engine.ask({ do: 'open', study: this.study, text });
    if (mine === this.turn && !opened.faults.length) this.listener.opened(opened);
  }
}
