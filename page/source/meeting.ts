// SPDX-License-Identifier: Apache-2.0
// For a meeting: everyone says first what they expect, then the result is shown. What one has guessed one remembers.
import type { Outcome } from './contract';
import { button, make, part } from './dom';
import { with_unit } from './numbers';

const guesses: [string, string][] = [
  ['smaller', 'The gap gets smaller'],
  ['same', 'It hardly changes'],
  ['larger', 'The gap gets larger'],
];

/// A change of less than a hundredth of the gap is hardly one.
function what_came(before: Outcome, after: Outcome): string {
  if (Math.abs(after.gap - before.gap) < Math.abs(before.gap) / 100) return 'same';
  return after.gap < before.gap ? 'smaller' : 'larger';
}

export class Meeting {
  private is_on = false;
  private before: Outcome | undefined;
  private after: Outcome | null | undefined;

  constructor(private readonly place: HTMLElement, box: HTMLInputElement) {
    box.addEventListener('change', () => {
      this.is_on = box.checked;
      this.uncover();
      place.replaceChildren();
    });
  }

  get covers(): boolean {
    return document.body.classList.contains('covered');
  }

  /// A new result: covered and asked about while a meeting is on.
  take(before: Outcome | null | undefined, after: Outcome | null | undefined): void {
    this.after = after;
    if (!this.is_on || !before || !after || this.covers) return;
    this.before = before;
    document.body.classList.add('covered');
    part('results').inert = true;
    const choices = guesses.map(([value, words], i) =>
      make('label', {}, make('input', { type: 'radio', name: 'guess', value, checked: i === 0 }), words));
    const show = button('Reveal', () => this.reveal(), { class: 'main' });
    this.place.replaceChildren(make('fieldset', {},
      make('legend', {}, `Before you look: what happens to the gap in ${after.year}?`), ...choices), show);
  }

  private reveal(): void {
    const guess = this.place.querySelector<HTMLInputElement>('input:checked')?.value;
    const { before, after } = this;
    this.uncover();
    if (!before || !after) return;
    const came = what_came(before, after);
    const money = (value: number) => with_unit(value, 'GBP million');
    const words = guesses.find(([value]) => value === came)?.[1].toLowerCase() ?? '';
    const verdict = guess === came ? 'As you said: ' : 'Otherwise than you said: ';
    this.place.replaceChildren(make('p', { role: 'status' }, make('strong', {}, verdict),
      `${words}, from ${money(before.gap)} to ${money(after.gap)}.`));
  }

  private uncover(): void {
    document.body.classList.remove('covered');
    part('results').inert = false;
  }
}
