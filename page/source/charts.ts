// SPDX-License-Identifier: Apache-2.0
// Each chart as a file: its figures as CSV, its drawing as SVG or PNG.
import { button, give, make } from './dom';

/// RFC 4180.
function csv(table: HTMLTableElement): string {
  const quoted = (words: string) => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
  const line = (row: HTMLTableRowElement) =>
    [...row.cells].map((cell) => quoted(cell.textContent?.trim() ?? '')).join(',');
  return [...table.rows].map((row) => `${line(row)}\r\n`).join('');
}

/// Around a drawing that stands alone.
const margin = 16;

/// The drawing that is seen, with the page's style in it, so that it stands alone.
function drawing(figure: Element): { text: string; width: number; height: number } | undefined {
  const seen = [...figure.querySelectorAll<SVGSVGElement>('svg.chart')].find((one) => one.getClientRects().length);
  if (!seen) return undefined;
  const copy = seen.cloneNode(true) as SVGSVGElement;
  const width = seen.viewBox.baseVal.width + 2 * margin;
  const height = seen.viewBox.baseVal.height + 2 * margin;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `${-margin} ${-margin} ${width} ${height}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  for (const own of ['aria-labelledby', 'aria-roledescription', 'tabindex']) copy.removeAttribute(own);
  copy.setAttribute('aria-label', figure.querySelector('h3')?.textContent ?? '');
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = `${document.getElementById('look')?.textContent ?? ''}
    svg.chart{background:var(--paper);fill:var(--ink);font-family:Arial,Helvetica,"Liberation Sans",sans-serif;
      overflow:hidden}`;
  const patterns = document.querySelector('svg.patterns defs')?.cloneNode(true);
  copy.prepend(style, ...(patterns ? [patterns] : []));
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

/// Twice as large as it is drawn, for paper and projectors.
async function png(text: string, width: number, height: number): Promise<Blob | null> {
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  await picture.decode();
  const canvas = make('canvas', { width: 2 * width, height: 2 * height });
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

export function downloads(figure: HTMLElement, table: HTMLTableElement | null | undefined): HTMLElement {
  const title = figure.querySelector('h3')?.textContent ?? 'this chart';
  const name = figure.id || 'chart';
  const as = (kind: string, act: () => void) =>
    button(kind, act, { 'aria-label': `${kind} of the chart “${title}”` });
  return make('span', { class: 'downloads' },
    table ? as('CSV', () => give(`${name}.csv`, new Blob([csv(table)], { type: 'text/csv' }))) : undefined,
    as('SVG', () => {
      const drawn = drawing(figure);
      if (drawn) give(`${name}.svg`, new Blob([drawn.text], { type: 'image/svg+xml' }));
    }),
    as('PNG', async () => {
      const drawn = drawing(figure);
      const made = drawn && (await png(drawn.text, drawn.width, drawn.height));
      if (made) give(`${name}.png`, made);
    }));
}
