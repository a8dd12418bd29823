// SPDX-License-Identifier: Apache-2.0
// Every chart says itself in a sentence and in a table, for those who cannot see it and those who want the figures.
import { strict as assert } from 'node:assert';

/// What is wrong with the page's charts, a line each, and how many are shown.
export async function chart_faults(page) {
  return page.evaluate(() => {
    const faults = [];
    const shown = [...document.querySelectorAll('svg.chart')].filter((chart) => chart.getClientRects().length);
    const figures = [...document.querySelectorAll('figure')].filter((one) => one.getClientRects().length);
    const words = (id) => document.getElementById(id)?.textContent.trim() ?? '';
    for (const chart of shown) {
      const figure = chart.closest('figure');
      const name = figure?.id || chart.outerHTML.slice(0, 80);
      const fault = (what) => faults.push(`${name}: ${what}`);
      if (!figure) {
        fault('stands in no figure');
        continue;
      }
      if (chart.getAttribute('role') !== 'img') fault('is no image to a screen reader');
      const labels = (chart.getAttribute('aria-labelledby') ?? '').split(' ').filter(Boolean);
      if (!labels.length || labels.some((id) => !words(id))) fault('has a label that says nothing');
      if (!/\w.*[.?!]$/s.test(figure.querySelector('.summary')?.textContent.trim() ?? '')) fault('has no sentence');
      const table = figure.querySelector('table');
      if (!table?.querySelector('caption')?.textContent.trim()) fault('has no table with a caption');
      if (!table?.querySelector('tbody td')?.textContent.trim()) fault('has a table without figures');
    }
    return { shown: shown.length, figures: figures.length, faults };
  });
}

/// One chart to a figure is shown, and each has its sentence and its table.
export async function assert_charts_told(page) {
  const { shown, figures, faults } = await chart_faults(page);
  assert.deepEqual(faults, []);
  assert.ok(shown > 0, 'the page shows no chart');
  assert.equal(shown, figures, 'each figure shows one chart');
}
