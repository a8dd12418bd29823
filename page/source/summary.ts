// SPDX-License-Identifier: Apache-2.0
// What the choice comes to, in a line that is always in view: the gap and its range, the year in which care takes the
// money, beside what they were before the last change; and whether a target is met.
import type { Outcome } from './contract';
import { announce, make } from './dom';
import { with_unit } from './numbers';

const takes_all = (outcome: Outcome) => outcome.takes_all ?? `not by ${outcome.year}`;

const money = (value: number) => with_unit(value, 'GBP million');

export class Summary {
  private target: number | undefined;
  private latest: Outcome | undefined;

  constructor(private readonly place: HTMLElement, private readonly meter: HTMLElement, box: HTMLInputElement) {
    box.addEventListener('change', () => {
      this.target = Number.isNaN(box.valueAsNumber) ? undefined : box.valueAsNumber;
      this.show_target();
    });
  }

  show(result: Outcome | null | undefined, before: Outcome | null | undefined, says: boolean): void {
    if (!result) return;
    this.latest = result;
    const was = (then: string | undefined, now: string) =>
      then !== undefined && then !== now ? make('small', { class: 'was' }, `was ${then}`) : undefined;
    const item = (term: string, value: string, then?: string, range?: string) =>
      make('div', {}, make('dt', {}, term),
        make('dd', {}, value, ' ', was(then, value), range ? make('small', {}, range) : undefined));
    const range = result.low !== null && result.high !== null
      ? `8 of 10 futures: ${money(result.low)} to ${money(result.high)}` : undefined;
    this.place.replaceChildren(
      item(`Gap in ${result.year}: ${result.name}`, money(result.gap), before ? money(before.gap) : undefined, range),
      item('Care takes all the money', takes_all(result), before ? takes_all(before) : undefined));
    this.show_target();
    if (says) {
      announce(`${result.name}: the gap in ${result.year} is ${money(result.gap)}` +
        (before && money(before.gap) !== money(result.gap) ? `, and was ${money(before.gap)}` : '') +
        `. Care takes all the money: ${takes_all(result)}.`);
    }
  }

  private show_target(): void {
    if (this.target === undefined || !this.latest) {
      this.meter.replaceChildren();
      return;
    }
    const over = this.latest.gap - this.target;
    const words = over <= 0 ? 'The target is met.' : `${money(over)} above the target.`;
    const top = Math.max(this.latest.gap, this.target, 1) * 1.25;
    this.meter.replaceChildren(
      make('meter', { min: 0, max: top, high: this.target, optimum: 0, value: Math.max(this.latest.gap, 0),
                      'aria-label': `Gap in ${this.latest.year}, GBP million, against the target` }),
      make('span', { class: over <= 0 ? 'met' : 'missed' }, words));
  }
}
