// SPDX-License-Identifier: Apache-2.0
// One lever: how much, and unfolded, when, how sure, on what evidence, and why it was chosen.
import type { Change, Lever, Range } from './contract';
import { button, make } from './dom';
import { step_of, with_unit } from './numbers';
import { two_handles } from './two_handles';

export type Changed = (changes: Change[], is_settled: boolean) => void;

let made = 0;

/// A box with its label, in a line or below each other.
function field(label: string, box: HTMLElement, hint?: string): HTMLElement {
  const id = `field-${++made}`;
  box.id = id;
  const words = make('label', { for: id }, label);
  if (hint) {
    const note = make('span', { class: 'hint', id: `${id}-hint` }, hint);
    box.setAttribute('aria-describedby', note.id);
    return make('div', { class: 'field' }, words, note, box);
  }
  return make('div', { class: 'field' }, words, box);
}

function is_policy(lever: Lever): boolean {
  return lever.kind === 'policy';
}

/// How much: a slider, and the number beside it.
function amount(lever: Lever, changed: Changed): HTMLElement {
  const unit = lever.unit ?? '';
  const step = step_of(lever.least, lever.most);
  const now = lever.value ?? lever.least;
  const name = unit ? `${lever.label}, ${unit}` : lever.label;
  const bounds = { min: lever.least, max: lever.most };
  const slider = make('input', { type: 'range', 'aria-label': name, ...bounds, step, value: now });
  const number = make('input', { type: 'number', 'aria-label': `${name}, as a number`, ...bounds, step: 'any',
                                 value: now });
  const say = (value: number) => slider.setAttribute('aria-valuetext', with_unit(value, unit));
  const take = (value: number, is_settled: boolean) => {
    if (Number.isNaN(value)) return;
    const bounded = Math.min(Math.max(value, lever.least), lever.most);
    slider.valueAsNumber = bounded;
    number.valueAsNumber = bounded;
    say(bounded);
    if (!is_policy(lever)) changed([{ constant: lever.id, value: bounded }], is_settled);
    else if (bounded === 0) changed([{ policy: lever.id, remove: true }], is_settled);
    else changed([{ policy: lever.id, intensity: bounded }], is_settled);
  };
  slider.addEventListener('input', () => take(slider.valueAsNumber, false));
  slider.addEventListener('change', () => take(slider.valueAsNumber, true));
  number.addEventListener('change', () => take(number.valueAsNumber, true));
  say(now);
  return make('div', { class: 'amount' }, slider, number, make('span', { class: 'unit' }, unit));
}

/// When a policy begins, in how many yearly steps, and when it ends.
function timing(lever: Lever, years: string[], changed: Changed): HTMLElement {
  const choice = (value: string | null | undefined, none: string) => {
    const box = make('select', {}, make('option', { value: '' }, none));
    for (const year of years) box.append(make('option', { value: year, selected: year === value }, year));
    return box;
  };
  const start = choice(lever.start, 'the first year');
  const stop = choice(lever.stop, 'never');
  const ramp = make('input', { type: 'number', min: 0, max: 30, step: 1, value: lever.ramp ?? 1 });
  start.addEventListener('change', () => changed([{ policy: lever.id, start: start.value || null }], true));
  stop.addEventListener('change', () => changed([{ policy: lever.id, stop: stop.value || null }], true));
  ramp.addEventListener('change', () => {
    if (ramp.validity.valid) changed([{ policy: lever.id, ramp: ramp.valueAsNumber }], true);
  });
  return make('div', { class: 'timing' },
    field(`Starts in`, start), field(`Years to full strength`, ramp), field(`Stops in`, stop));
}

/// How sure a number is: its range as the register has it, or as one thinks better.
function range(of: Range, changed: Changed): HTMLElement {
  const { low, central, high, unit = '', constant } = of;
  const margin = Math.max(high - low, Math.abs(central) / 10);
  const least = low >= 0 ? Math.max(0, low - margin) : low - margin;
  const control = two_handles({ label: constant, unit, least, most: high + margin, low, high },
    (from, to) => changed([{ constant, low: from, central: Math.min(Math.max(central, from), to), high: to }], true));
  const words = `In 8 of 10 futures between ${with_unit(low, unit)} and ${with_unit(high, unit)}; ` +
    `middle ${with_unit(central, unit)}${of.own ? ' (your own)' : ''}.`;
  return make('div', { class: 'range' }, make('h5', {}, constant), make('p', { class: 'hint' }, words), control,
    of.own && button('As in the register', () => changed([{ constant, range: null }], true),
                     { 'aria-label': `${constant}: range as in the register` }),
    of.source ? make('p', { class: 'hint' }, 'Source: ', linked(of.source, of.url)) : undefined);
}

function linked(title: string, url?: string): Node | string {
  return url ? make('a', { href: url, rel: 'noreferrer' }, title) : title;
}

function evidence(lever: Lever): HTMLElement {
  const terms = make('dl', { class: 'evidence' });
  const row = (term: string, ...words: (Node | string)[]) =>
    words.length && terms.append(make('dt', {}, term), ...words.map((one) => make('dd', {}, one)));
  if (lever.definition) row('What it is', lever.definition);
  row('What it does', ...[lever.effect, lever.lag, lever.persistence].filter((one): one is string => Boolean(one)));
  if (lever.grade) row('Evidence', [lever.grade, lever.grade_meaning].filter(Boolean).join(': '));
  if (lever.pays?.length) {
    row('Who pays', lever.pays.map(({ agency, share }) => `${agency} ${Math.round(100 * share)}%`).join(', '));
  }
  if (lever.gains?.length) row('Who gains', lever.gains.join(', '));
  row('How it can fail', ...(lever.failures ?? []));
  row('Sources', ...(lever.sources ?? []).map(({ title, url }) => linked(title, url)));
  return terms;
}

function reason(lever: Lever, changed: Changed): HTMLElement {
  const box = make('textarea', { rows: 2 });
  box.value = lever.reason ?? '';
  box.addEventListener('change', () => {
    const words = box.value.trim();
    if (is_policy(lever)) changed([{ policy: lever.id, reason: words }], true);
    else if (lever.value !== null) changed([{ constant: lever.id, value: lever.value, reason: words }], true);
  });
  return field('Why you chose this', box, 'Kept in the study file, for whoever reads it next.');
}

/// The whole of a lever. `is_open`: unfolded.
export function lever_control(lever: Lever, years: string[], is_open: boolean, changed: Changed): HTMLElement {
  const heading = make('h4', { id: `lever-${lever.id.replace(/\W+/g, '-')}` }, lever.label);
  const is_chosen = is_policy(lever) ? (lever.value ?? 0) > 0 : Boolean(lever.reason);
  const more = make('details', { open: is_open },
    make('summary', {}, 'When, why and on what evidence', make('span', { class: 'unseen' }, `: ${lever.label}`)));
  if (is_policy(lever) && is_chosen) more.append(timing(lever, years, changed));
  if (is_chosen || !is_policy(lever)) more.append(reason(lever, changed));
  more.append(evidence(lever), ...(lever.ranges ?? []).map((one) => range(one, changed)));
  return make('div', { class: is_chosen ? 'lever chosen' : 'lever', role: 'group', 'aria-labelledby': heading.id,
                       'data-lever': lever.id }, heading, amount(lever, changed), more);
}
