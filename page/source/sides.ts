// SPDX-License-Identifier: Apache-2.0
// A narrow screen shows one side of the page at a time: what can be chosen, or what follows.
import { part } from './dom';

const sides = ['choices', 'results'] as const;
export type Side = typeof sides[number];

export function turn_to(side: Side): void {
  for (const one of sides) {
    document.body.classList.toggle(`at-${one}`, one === side);
    part(`at-${one}`).setAttribute('aria-pressed', String(one === side));
  }
}

export function side_buttons(): void {
  for (const side of sides) part(`at-${side}`).addEventListener('click', () => turn_to(side));
}
