// SPDX-License-Identifier: Apache-2.0
// A chart's figures, read from the chart itself: the arrow keys go through them, a pointer finds those of a year. They
// are those of the chart's table, a row at a time.
import { announce, make } from './dom';

const is_year = /^\d{4}-\d{2}$/;
const unit_at_end = / \(([^()]*)\)$/;

/// The unit that most columns of figures name.
function shared_unit(names: string[]): string {
  const units = names.map((name) => unit_at_end.exec(name)?.[1] ?? '');
  return units.find((unit) => 2 * units.filter((one) => one === unit).length > names.length) ?? '';
}

/// Where the chart's first row stands and how far apart rows are, in the drawing's units; nothing if they are no years.
function years_of(chart: SVGSVGElement, rows: HTMLTableRowElement[]): { first: number; apart: number } | undefined {
  const at = (words: SVGTextElement) => Number(words.getAttribute('x'));
  const names = [...chart.querySelectorAll<SVGTextElement>('.axis')].filter(({ textContent }) =>
    is_year.test(textContent ?? ''));
  const lines = [...chart.querySelectorAll('.tick')].map((line) => Number(line.getAttribute('x1')));
  const [first, second] = lines;
  const row_of = (name: string | null | undefined) => rows.findIndex((row) => row.cells[0]?.textContent === name);
  const from = row_of(names[0]?.textContent), to = row_of(names[1]?.textContent);
  if (first === undefined || second === undefined || names.length !== lines.length || from < 0 || to <= from ||
      !names[0] || at(names[0]) > second) {
    return undefined;
  }
  const apart = (second - first) / (to - from);
  return { first: first - from * apart, apart };
}

class Reading {
  private readonly rows: HTMLTableRowElement[];
  private readonly names: string[]; // of the columns
  private readonly unit: string; // of most of them
  private readonly panel = make('div', { class: 'reading', hidden: true, 'aria-hidden': 'true' });
  private readonly rule = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  private at = -1; // the row that is read; none: -1

  constructor(private readonly figure: HTMLElement, private readonly chart: SVGSVGElement, table: HTMLTableElement) {
    this.rows = [...(table.tBodies[0]?.rows ?? [])];
    const names = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent?.trim() ?? '');
    this.unit = shared_unit(names.slice(1));
    this.names = names.map((name) => (this.unit ? name.replace(` (${this.unit})`, '') : name));
    this.rule.setAttribute('class', 'reading-rule');
    chart.setAttribute('tabindex', '0');
    chart.setAttribute('aria-roledescription', 'chart; arrow keys read its figures');
    chart.addEventListener('keydown', (event) => this.key(event));
    chart.addEventListener('blur', () => this.leave());
    chart.addEventListener('pointermove', (event) => this.point(event));
    chart.addEventListener('pointerleave', () => this.leave());
  }

  private key(event: KeyboardEvent): void {
    const last = this.rows.length - 1;
    const to = { ArrowRight: this.at + 1, ArrowLeft: this.at - 1, Home: 0, End: last }[event.key];
    if (event.key === 'Escape') this.leave();
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.read(Math.max(0, Math.min(last, to)));
    this.panel.scrollIntoView({ block: 'nearest' });
    announce(this.words().map((pair) => pair.filter(Boolean).join(': ')).join('; '));
  }

  private point(event: PointerEvent): void {
    const years = years_of(this.chart, this.rows);
    if (!years) return;
    const box = this.chart.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * this.chart.viewBox.baseVal.width;
    const row = Math.round((x - years.first) / years.apart);
    if (row >= 0 && row < this.rows.length) this.read(row);
    else this.leave();
  }

  /// What the row's first cell says, with the unit that most columns share, and each of its figures with its column's
  /// name.
  private words(): string[][] {
    const cells = [...(this.rows[this.at]?.cells ?? [])].map((cell) => cell.textContent?.trim() ?? '');
    return cells.map((cell, i) =>
      (i === 0 ? [[cell, this.unit].filter(Boolean).join(', ')] : [this.names[i] ?? '', cell]));
  }

  private read(row: number): void {
    this.at = row;
    const [name, ...figures] = this.words();
    this.panel.replaceChildren(make('b', {}, name?.[0]), make('dl', {}, ...figures.map(([column, figure]) =>
      make('div', {}, make('dt', {}, column), make('dd', {}, figure)))));
    this.figure.append(this.panel);
    this.panel.hidden = false;
    this.stand();
  }

  /// The rule at the row's year; the words below the chart, so that they cover none of it.
  private stand(): void {
    const years = years_of(this.chart, this.rows);
    const box = this.chart.getBoundingClientRect(), around = this.figure.getBoundingClientRect();
    this.rule.remove();
    if (years) {
      const x = years.first + this.at * years.apart;
      const { height } = this.chart.viewBox.baseVal;
      for (const [key, value] of [['x1', x], ['x2', x], ['y1', 0], ['y2', height]] as const) {
        this.rule.setAttribute(key, String(value));
      }
      this.chart.append(this.rule);
    }
    this.panel.style.top = `${box.bottom - around.top}px`;
  }

  private leave(): void {
    this.at = -1;
    this.panel.remove();
    this.rule.remove();
  }
}

/// Makes the charts of a figure readable, if it has a table.
export function make_readable(figure: HTMLElement, table: HTMLTableElement | null | undefined): void {
  if (!table?.tBodies[0]?.rows.length) return;
  for (const chart of figure.querySelectorAll<SVGSVGElement>('svg.chart')) new Reading(figure, chart, table);
}
