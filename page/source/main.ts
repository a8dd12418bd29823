// SPDX-License-Identifier: Apache-2.0
// The live page: puts the parts together. The first view is in the page already; the engine starts behind it.
import type { Change, Fault, Opened, Section, Sentence, Source } from './contract';
import { Conversation, type Seen } from './conversation';
import { announce, make, part } from './dom';
import { Engine } from './engine';
import { Gains } from './gains';
import { History } from './history';
import { Levers } from './levers';
import { Meeting } from './meeting';
import { grouped } from './numbers';
import { side_buttons, turn_to } from './sides';
import { Summary } from './summary';
import { study_file } from './study_file';
import { unpacked } from './unpacked';
import { compare, Views } from './views';
import type { Engines } from './worker';

interface Given {
  study: string;
  values: string; // the file of rates by which who gains what is weighed; empty: there is none
  sources: string; // Source[], packed
  version: string;
}

function json<Kind>(id: string): Kind {
  return JSON.parse(part(id).textContent ?? 'null');
}

/// FNV-1a: names a history; nothing rests on it.
function hash(text: string): string {
  let value = 2166136261;
  for (let i = 0; i < text.length; ++i) value = Math.imul(value ^ text.charCodeAt(i), 16777619) >>> 0;
  return value.toString(36);
}

const choice = (id: string) => part(id) as HTMLSelectElement;

class Page {
  private readonly views: Views;
  private readonly summary = new Summary(part('summary'), part('meter'), part('target') as HTMLInputElement);
  private readonly meeting = new Meeting(part('meeting'), part('meet') as HTMLInputElement);
  private readonly levers: Levers;
  private readonly conversation: Conversation;
  private readonly gains: Gains;
  private settled: Seen | undefined; // the last whole result
  private before: Seen | undefined; // the one before the last change
  private scenarios: string[] = [];
  private readonly consequences = part('consequences-part');
  private latest: Sentence[] = []; // what follows

  constructor(engine: Engine, private readonly history: History, given: Given) {
    this.gains = new Gains(engine, given.values, (section) => this.views.replace(section),
                           (faults) => this.refuse(faults));
    this.views = new Views(part('sections'), part('contents'), [part('map')], () => {
      this.compare();
      this.look();
    });
    this.views.begin();
    this.conversation = new Conversation(engine, history, given.study, {
      opened: (opened) => this.opened(opened),
      seen: (seen) => this.seen(seen),
      faults: (faults) => this.refuse(faults),
      waiting: (draws) => this.waiting(draws),
      view: () => this.views.alone,
    });
    this.levers = new Levers(part('levers'), (changes, is_settled) => void this.change(changes, is_settled));
    this.toolbar();
    study_file(engine, history, this.conversation, given.study, (faults) => this.refuse(faults));
  }

  begin(sources: Source[]): Promise<void> {
    return this.conversation.begin(sources);
  }

  private change(changes: Change[], is_settled = true): Promise<void> {
    delete document.documentElement.dataset['settled'];
    performance.mark('commonweal-changed');
    return this.conversation.change(changes, is_settled);
  }

  private toolbar(): void {
    part('undo').addEventListener('click', () => void this.conversation.undo());
    part('redo').addEventListener('click', () => void this.conversation.redo());
    part('replay').addEventListener('click', () => void this.replay());
    document.addEventListener('keydown', (event) => {
      const is_typing = event.target instanceof Element && event.target.matches('textarea,input[type=number]');
      if (is_typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      void (event.shiftKey ? this.conversation.redo() : this.conversation.undo());
    });
    for (const box of document.querySelectorAll<HTMLInputElement>('input[name=depth]')) {
      box.addEventListener('change', () => {
        document.body.classList.toggle('plain', box.value === 'plain');
        this.views.deepen();
      });
    }
    side_buttons();
    part('preset').addEventListener('change', () => {
      const { value } = choice('preset');
      if (value) void this.change([{ like: value }]);
    });
    for (const id of ['show', 'beside']) part(id).addEventListener('change', () => this.compare());
    this.turn_buttons();
  }

  private turn_buttons(): void {
    (part('undo') as HTMLButtonElement).disabled = this.history.before === undefined;
    (part('redo') as HTMLButtonElement).disabled = this.history.after === undefined;
    (part('replay') as HTMLButtonElement).disabled = this.before === undefined;
  }

  private opened(opened: Opened): void {
    this.levers.show(opened.levers ?? [], opened.years ?? []);
    const scenarios = opened.scenarios ?? [];
    const is_new = JSON.stringify(scenarios.map(({ id }) => id)) !== JSON.stringify(this.scenarios);
    if (!is_new) return;
    const had_own = this.scenarios.includes('yours');
    const chosen = [choice('show').value, choice('beside').value];
    this.scenarios = scenarios.map(({ id }) => id);
    const fill = (id: string, none: string, value: string) => {
      part(id).replaceChildren(make('option', { value: '' }, none), ...scenarios.map((one) =>
        make('option', { value: one.id, selected: one.id === value }, one.name)));
    };
    const own = this.scenarios.includes('yours') && !had_own;
    fill('show', 'all', own ? 'yours' : chosen[0] ?? '');
    fill('beside', 'no other', own ? this.scenarios[0] ?? '' : chosen[1] ?? '');
    part('preset').replaceChildren(make('option', { value: '' }, 'choose a scenario'),
      ...scenarios.filter(({ id }) => id !== 'yours').map((one) => make('option', { value: one.id }, one.name)));
  }

  private seen(seen: Seen): void {
    const is_change = this.settled !== undefined && seen.text !== this.settled.text;
    if (is_change) this.before = this.settled;
    this.meeting.take(this.before?.run.outcome, seen.run.outcome);
    if (this.meeting.covers) turn_to('choices');
    this.show(seen, seen.is_last && is_change);
    if (seen.is_last) {
      this.settled = seen;
      this.look();
    }
    this.turn_buttons();
    // For whoever drives the page: what is seen, and whether more will come.
    const { dataset } = document.documentElement;
    dataset['draws'] = String(seen.run.draws ?? 0);
    if (seen.is_last) dataset['settled'] = 'true';
    performance.mark(`commonweal-seen-${seen.run.draws ?? 0}`);
  }

  private show(seen: Seen, says: boolean): void {
    this.latest = seen.run.sentences ?? [];
    if (seen.only === undefined) this.views.show(this.with_gains(seen));
    else for (const section of seen.run.sections ?? []) this.views.replace(section);
    if (seen.run.figures) part('figures').textContent = JSON.stringify(seen.run.figures);
    this.summary.show(seen.run.outcome, this.before?.run.outcome, says && !this.meeting.covers);
  }

  /// The sections, with who pays and who gains after the gap.
  private with_gains({ text, run: { sections = [] } }: Seen): Section[] {
    const after = sections.findIndex(({ id }) => id === 'gap') + 1;
    return [...sections.slice(0, after), ...this.gains.sections(text), ...sections.slice(after)];
  }

  /// What follows, in sentences that the engine made, of the scenarios that are looked at: the end of the first view.
  private sentences(chosen: string[]): void {
    document.getElementById('short')?.append(this.consequences);
    const own = this.latest.filter(({ scenario }) => !chosen.length || chosen.includes(scenario));
    part('consequences').replaceChildren(...own.map(({ text, likelihood }) =>
      make('li', {}, text, likelihood ? make('span', { class: 'likelihood' }, likelihood) : undefined)));
    this.consequences.hidden = own.length === 0;
  }

  /// What is made only while it is looked at.
  private look(): void {
    const { settled } = this;
    if (settled && this.views.sees('gains')) void this.gains.look(settled.text, settled.run.draws ?? 0);
  }

  /// The scenarios that are looked at, in every view: all, or two beside each other.
  private compare(): void {
    const [show, beside] = [choice('show'), choice('beside')];
    if (!show.value) beside.value = '';
    part('beside-field').hidden = !show.value; // beside all there is no other
    const chosen = [show.value, beside.value].filter((one) => one !== '');
    compare(part('sections'), chosen, this.scenarios);
    this.sentences(chosen);
  }

  /// The last change again, to and fro, so that one can look for what it does elsewhere.
  private async replay(): Promise<void> {
    const { before, settled } = this;
    if (!before || !settled) return;
    const times = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : 3;
    for (let i = 0; i < times; ++i) {
      for (const [seen, words] of [[before, 'Before the last change'], [settled, 'After it']] as const) {
        part('progress').textContent = words;
        part('progress').classList.remove('resting');
        announce(words);
        this.show(seen, false);
        await new Promise((resolve) => setTimeout(resolve, 1200));
        if (this.settled !== settled) return;
      }
    }
    this.waiting(undefined);
  }

  private waiting(draws: number | undefined): void {
    document.body.toggleAttribute('aria-busy', draws !== undefined);
    const made = this.settled?.run.draws;
    part('progress').textContent = draws === undefined
      ? made ? `From ${grouped(made)} futures of each scenario.` : 'One future of each scenario.'
      : draws ? `Making ${grouped(draws)} futures…` : 'Making…';
    part('progress').classList.toggle('resting', draws === undefined);
    this.turn_buttons();
  }

  private refuse(faults: Fault[]): void {
    part('faults').replaceChildren(...(faults.length
      ? [make('h2', {}, 'That cannot be done, and nothing has changed'),
         ...faults.map((fault) => make('pre', {}, fault.text ?? fault.message))]
      : []));
  }
}

async function main(): Promise<void> {
  const given = json<Given>('given');
  const engines = json<Engines>('engines');
  document.body.classList.add('scripted', 'plain', 'at-results');
  try {
    const engine = new Engine();
    const [kind, texts] = await Promise.all([engine.start(engines), unpacked(given.sources)]);
    document.documentElement.dataset['engine'] = kind;
    const sources: Source[] = JSON.parse(new TextDecoder().decode(texts));
    const own = sources.find(({ path }) => path === given.study)?.text ?? '';
    const key = `commonweal ${hash(given.version + given.sources)}`;
    const page = new Page(engine, new History(key, own), given);
    await page.begin(sources);
    document.body.classList.add('live');
  } catch (fault) {
    part('progress').textContent =
      'The engine does not start in this browser; what you see is the study as it was written. ' +
      `(${fault instanceof Error ? fault.message : String(fault)})`;
  }
}

void main();
