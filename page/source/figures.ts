// SPDX-License-Identifier: Apache-2.0
// What a chart stands in: the chart comes first, then what it says; its notes, its table and its files are in one line
// below, folded until they are wanted.
import { downloads } from './charts';
import { make } from './dom';
import { make_readable } from './reading';

/// Once for each figure that has a chart.
export function furnish(figure: HTMLElement): void {
  const caption = figure.querySelector<HTMLElement>(':scope > figcaption');
  const title = figure.querySelector('h3');
  if (!caption || !title || !figure.querySelector('svg.chart') || caption.classList.contains('tools')) return;
  const about = make('span', { class: 'unseen' }, `: ${title.textContent}`);
  const notes = make('details', { class: 'notes' }, make('summary', {}, 'Notes and sources', about),
    ...caption.childNodes);
  const table = figure.querySelector<HTMLDetailsElement>(':scope > details');
  table?.querySelector('summary')?.replaceChildren('Figures', about.cloneNode(true));
  caption.replaceChildren(...(table ? [table] : []), notes, downloads(figure, table?.querySelector('table')));
  caption.classList.add('tools');
  const words = figure.querySelector(':scope > .summary');
  figure.append(...(words ? [words] : []), caption);
  figure.setAttribute('aria-labelledby', title.id);
  make_readable(figure, table?.querySelector('table'));
}

/// A section as the page shows it: furnished, and its first chart before the words about it.
export function arrange(section: Element): void {
  const figures = section.querySelectorAll<HTMLElement>('figure');
  for (const one of figures) furnish(one);
  const first = [...section.children].find((one) => one.matches('figure') && one.querySelector('svg.chart'));
  if (!first) return;
  const before = [...section.children].slice(0, [...section.children].indexOf(first));
  first.after(...before.filter((one) => !one.matches('h2')));
}
