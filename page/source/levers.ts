// SPDX-License-Identifier: Apache-2.0
// What can be moved, by family. Made anew when the study's text says otherwise than the controls do, and whoever was at
// one of them stays at it.
import type { Family, Lever } from './contract';
import { make } from './dom';
import { lever_control, type Changed } from './lever';

const families: [Family, string, string][] = [
  ['buy', 'Buy better', 'Pay less for the same service.'],
  ['do', 'Do better', 'Other services, that work.'],
  ['change', 'Change what is needed', 'Work with residents, prevent, share power.'],
  ['system', 'The system around it', 'Money, prices and rules that others set.'],
];

/// Which control it is that has the focus: the lever, and how many controls come before it there.
function focused(panel: HTMLElement): { lever: string; index: number } | undefined {
  const control = document.activeElement?.closest<HTMLElement>('[data-lever]');
  if (!control || !panel.contains(control)) return undefined;
  const inside = [...control.querySelectorAll('input,select,textarea,summary')];
  return { lever: control.dataset['lever'] ?? '', index: inside.indexOf(document.activeElement as Element) };
}

function unfolded(panel: HTMLElement, selector: string): Set<string> {
  return new Set([...panel.querySelectorAll<HTMLDetailsElement>(selector)].filter((one) => one.open)
    .map((one) => one.closest<HTMLElement>('[data-lever],[data-family]')?.dataset)
    .map((data) => data?.['lever'] ?? data?.['family'] ?? ''));
}

export class Levers {
  private shown = '';

  constructor(private readonly panel: HTMLElement, private readonly changed: Changed) {}

  show(levers: Lever[], years: string[]): void {
    const state = JSON.stringify(levers);
    if (state === this.shown) return;
    const is_first = this.shown === '';
    this.shown = state;
    const at = focused(this.panel);
    const open_levers = unfolded(this.panel, '.lever details');
    const open_families = unfolded(this.panel, '.family');
    const made = families.map(([id, title, words]) => {
      const own = levers.filter((lever) => lever.family === id);
      if (!own.length) return undefined;
      const count = own.filter((lever) => lever.kind === 'policy' && (lever.value ?? 0) > 0).length;
      return make('details', { class: 'family', open: is_first ? id === 'buy' || count > 0 : open_families.has(id),
                               'data-family': id },
        make('summary', {}, make('h3', {}, title), make('span', { class: 'count' }, count ? `${count} chosen` : words)),
        ...own.map((lever) => lever_control(lever, years, open_levers.has(lever.id), this.changed)));
    });
    this.panel.replaceChildren(...made.filter((one) => one !== undefined));
    if (!at) return;
    const control = [...this.panel.querySelectorAll<HTMLElement>('[data-lever]')]
      .find((one) => one.dataset['lever'] === at.lever);
    control?.querySelectorAll<HTMLElement>('input,select,textarea,summary')[at.index]?.focus();
  }
}
