#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Takes pictures of the pages as people see them: each part at the widths of a phone, a laptop and a projector, light
// and dark, into build/pictures; the few that documents show go to docs/pictures too. `./go pictures` runs it.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launch, open } from '../tests/browser/browser.mjs';
import { put_lever, see, settled, views } from '../tests/browser/live_page.mjs';
import { folders, root, run, study } from '../tests/browser/program.mjs';

const widths = { phone: 360, laptop: 1280, projector: 1920 };
const schemes = ['light', 'dark'];

// A live page is shown as somebody finds it who has moved a lever.
const pages = [
  { name: 'report', page: 'report.html', given: ['understand', study('barnet-uncertain'), '--draws', '200'] },
  { name: 'appraisal', page: 'appraisal.html',
    given: ['plan', study('barnet-buy-do-prevent'), '--appraise', '--draws', '64'] },
  { name: 'explore', page: 'explore.html', given: ['explore', study('barnet-explore')], moves: ['charging', 1] },
];

// What documents show; the rest is there to be looked at.
const shown = ['report-top-laptop-light', 'explore-short-laptop-light', 'explore-graph-phone-dark',
               'explore-choices-phone-light'];

const all = join(root, 'build', 'pictures');
const kept = join(root, 'docs', 'pictures');

/// Calls `act` with a way to name a picture, at each width, light and dark.
async function at_each(page, name, act) {
  for (const [size, width] of Object.entries(widths)) {
    await page.setViewportSize({ width, height: Math.round(width > 700 ? width * 0.6 : width * 2) });
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme });
      await act((part) => join(all, `${name}-${part}-${size}-${scheme}.png`));
    }
  }
}

/// The first screen; what was chosen is in sight beside it, where there is room for both.
async function screen(page, path) {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    document.querySelector('.lever.chosen')?.scrollIntoView({ block: 'center' });
    scrollTo(0, 0);
  });
  await page.screenshot({ path });
}

/// A page to be read: what comes first, and each section whole.
async function take(page, path) {
  await screen(page, path('top'));
  for (const section of await page.locator('main section[id]:visible').all()) {
    await section.screenshot({ path: path(await section.getAttribute('id')) });
  }
}

/// A live page: the first screen of each view and, where it has the screen for itself, of what can be chosen.
async function take_live(page, path) {
  for (const view of (await views(page)).filter((one) => one !== 'whole')) {
    await see(page, view);
    await screen(page, path(view));
  }
  const [choose, back] = ['at-choices', 'at-results'].map((id) => page.locator(`#${id}`));
  if (!(await choose.isVisible())) return;
  await choose.click();
  await screen(page, path('choices'));
  await back.click();
}

const results = folders();
rmSync(all, { recursive: true, force: true });
mkdirSync(all, { recursive: true });
const browser = await launch();
try {
  for (const { name, page: file, given, moves } of pages) {
    const folder = results.next();
    run(...given, '--output', folder);
    const { page, context } = await open(browser, join(folder, file));
    if (moves) {
      await settled(page);
      await put_lever(page, ...moves);
      await page.reload(); // what was unfolded is folded again; the choice stays
      await settled(page);
      await page.getByRole('radio', { name: 'Full' }).check();
    }
    await at_each(page, name, (path) => (moves ? take_live : take)(page, path));
    await context.close();
  }
} finally {
  await browser.close();
  results.remove();
}
for (const name of shown) {
  const path = join(all, `${name}.png`);
  execFileSync('pngquant', ['--force', '--strip', '--speed', '1', '--ext', '.png', '64', path]);
  copyFileSync(path, join(kept, `${name}.png`));
}
console.error(`pictures: ${readdirSync(all).length} in build/pictures, ${shown.length} of them in docs/pictures`);
