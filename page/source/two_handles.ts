// SPDX-License-Identifier: Apache-2.0
// A range with two handles: between them lies what one expects in eight futures of ten. Two native sliders on one
// track, each with its number; neither handle passes the other.
import { make } from './dom';
import { step_of, with_unit } from './numbers';

export interface Bounds {
  label: string;
  unit: string;
  least: number;
  most: number;
  low: number;
  high: number;
}

export function two_handles(bounds: Bounds, chosen: (low: number, high: number) => void): HTMLElement {
  const { label, unit, least, most } = bounds;
  const step = step_of(least, most);
  let { low, high } = bounds;
  const track = make('div', { class: 'two-handles' });
  const numbers = make('div', { class: 'pair' });
  const named = (end: string) => `${label}, ${end} end of the 80% range${unit && `, ${unit}`}`;

  const inputs = (['lower', 'upper'] as const).map((end) => {
    const shared = { min: least, max: most, step: 'any', value: end === 'lower' ? low : high };
    const slider = make('input', { type: 'range', 'aria-label': named(end), ...shared, step });
    const number = make('input', { type: 'number', 'aria-label': `${named(end)}, as a number`, ...shared });
    const take = (from: HTMLInputElement, is_done: boolean) => {
      const value = from.valueAsNumber;
      if (Number.isNaN(value)) return;
      if (end === 'lower') low = Math.min(value, high);
      else high = Math.max(value, low);
      place();
      if (is_done) chosen(low, high);
    };
    slider.addEventListener('input', () => take(slider, false));
    slider.addEventListener('change', () => take(slider, true));
    number.addEventListener('change', () => take(number, true));
    track.append(slider);
    numbers.append(number);
    return { slider, number };
  });

  function place(): void {
    for (const [i, value] of [low, high].entries()) {
      const { slider, number } = inputs[i] ?? {};
      if (!slider || !number) continue;
      slider.valueAsNumber = value;
      slider.setAttribute('aria-valuetext', with_unit(value, unit));
      number.valueAsNumber = value;
    }
    const share = (value: number) => `${(100 * (value - least)) / (most - least)}%`;
    track.style.setProperty('--from', share(low));
    track.style.setProperty('--to', share(high));
  }
  place();
  const name = `${label}: the range that 8 of 10 futures lie in`;
  return make('div', { role: 'group', 'aria-label': name }, track, numbers);
}
