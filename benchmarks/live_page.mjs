#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Measures the live page in a real browser: from a lever to what it does, from opening to something to read, and how
// large it is. A line of JSON for each figure, as benchmarks/run prints them; `./go bench` runs it.
import { statSync } from 'node:fs';
import { launch, open } from '../tests/browser/browser.mjs';
import { made_of, settled, slider_of, unfold } from '../tests/browser/live_page.mjs';
import { folders, study } from '../tests/browser/program.mjs';

const shown = study('barnet-explore');
const times = 15;

/// The value below which the given share of sorted values lies, between neighbours in proportion.
function quantile(sorted, share) {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below] + (at - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
}

function figure(name, values, unit) {
  const sorted = [...values].sort((one, other) => one - other);
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  return { name, value: Number(quantile(sorted, 0.5).toFixed(4)), unit, spread: Number(spread.toFixed(4)) };
}

/// Seconds from a lever's move to what it does being drawn from so many futures, once.
async function lever_to(page, lever, draws, turn) {
  await unfold(page);
  const taken = await page.evaluate(({ name, draws, turn }) => new Promise((done) => {
    performance.clearMarks();
    const slider = document.querySelector(`[data-lever="${name}"] .amount input[type=range]`);
    new PerformanceObserver((list, observer) => {
      const [seen] = list.getEntriesByName(`commonweal-seen-${draws}`);
      if (!seen) return;
      observer.disconnect();
      const [changed] = performance.getEntriesByName('commonweal-changed');
      requestAnimationFrame(() => done((performance.now() - changed.startTime) / 1000));
    }).observe({ type: 'mark' });
    const { min, max } = slider;
    slider.value = String(Number(min) + (Number(max) - Number(min)) * (0.2 + 0.04 * turn));
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    slider.dispatchEvent(new Event('change', { bubbles: true }));
  }), { name: lever, draws, turn });
  await settled(page);
  return taken;
}

async function levers(page) {
  const lever = await page.locator('[data-lever]').first().getAttribute('data-lever');
  await slider_of(page, lever).waitFor({ state: 'attached' });
  const lines = [];
  for (const draws of [32, 200]) {
    const seconds = [];
    for (let turn = 0; turn <= times; ++turn) seconds.push(await lever_to(page, lever, draws, turn));
    lines.push(figure(`page.lever-${draws}`, seconds.slice(1), 's'));  // the first warms it up
  }
  return lines;
}

/// Seconds until the answer is drawn, from a cold page.
async function first_view(browser, path) {
  const seconds = [];
  for (let i = 0; i < times; ++i) {
    const { page, context } = await open(browser, path);
    seconds.push(await page.evaluate(() =>
      performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000));
    await context.close();
  }
  return figure('page.first-view', seconds, 's');
}

const results = folders();
const browser = await launch();
try {
  const path = made_of(shown, results.next());
  const lines = [{ name: 'page.size', value: statSync(path).size / 1e6, unit: 'MB', spread: 0 }];
  lines.push(await first_view(browser, path));
  const { page, context } = await open(browser, path);
  await settled(page);
  lines.push(...(await levers(page)));
  await context.close();
  for (const line of lines) console.log(JSON.stringify(line));
} finally {
  await browser.close();
  results.remove();
}
