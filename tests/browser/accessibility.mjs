// SPDX-License-Identifier: Apache-2.0
// Holds a page to WCAG 2.2 AA with axe-core, in every way of showing it that the palette knows.
import { strict as assert } from 'node:assert';
import axe from 'axe-core';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

export const showings = {
  light: { media: 'screen', colorScheme: 'light', forcedColors: 'none' },
  dark: { media: 'screen', colorScheme: 'dark', forcedColors: 'none' },
  forced: { media: 'screen', colorScheme: 'light', forcedColors: 'active' },
  print: { media: 'print', colorScheme: 'dark', forcedColors: 'none' },
};

/// What axe finds, a line each: the rule, where, and why. `best-practice` rules are not WCAG's and are left out.
export async function violations(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const wanted = { runOnly: levels, resultTypes: ['violations'] };
  const found = await page.evaluate((how) => globalThis.axe.run(how), wanted);
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id} at ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
}

/// Axe finds nothing, shown in the named ways (all, if none is named). What is folded is unfolded first: people will.
export async function assert_accessible(page, names = Object.keys(showings)) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  const found = {};
  for (const name of names) {
    await page.emulateMedia(showings[name]);
    const faults = await violations(page);
    if (faults.length) found[name] = faults;
  }
  await page.emulateMedia(showings.light);
  assert.deepEqual(found, {});
}
