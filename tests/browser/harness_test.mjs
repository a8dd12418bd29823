// SPDX-License-Identifier: Apache-2.0
// The tests of pages see what they are there to see: each is held against a page that has the fault.
import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { showings, violations } from './accessibility.mjs';
import { assert_quiet, launch, open } from './browser.mjs';
import { chart_faults } from './charts.mjs';
import { folders } from './program.mjs';

const results = folders();
let browser;
before(async () => (browser = await launch()));
after(async () => {
  await browser.close();
  results.remove();
});

/// Opens a page that holds `body`.
async function opened(body) {
  const folder = results.next();
  mkdirSync(folder);
  const path = join(folder, 'page.html');
  writeFileSync(path, `<!DOCTYPE html><html lang="en-GB"><head><title>A page</title>
    <link rel="icon" href="data:,"></head><body><main>${body}</main></body></html>`);
  return open(browser, path);
}

test('a request is seen, from the page and from its worker', async () => {
  for (const asking of [
    '<img alt="A picture" src="http://example.org/picture.png">',
    '<script>fetch("https://example.org/figures").catch(() => {})</script>',
    `<script>new Worker(URL.createObjectURL(new Blob(['fetch("https://example.org/figures").catch(() => {})'])))
     </script>`,
    '<link rel="stylesheet" href="other.css">',
  ]) {
    const { page, faults, context } = await opened(asking);
    if (asking.includes('Worker')) await page.waitForEvent('request', { timeout: 5000 }).catch(() => {});
    await assert.rejects(assert_quiet(page, faults), /asked for/, asking);
    await context.close();
  }
});

test('an error and a word on the console are seen', async () => {
  for (const [script, seen] of [['throw new Error("oh")', /error: oh/], ['console.error("oh")', /console: oh/]]) {
    const { page, faults, context } = await opened(`<script>${script}</script>`);
    await assert.rejects(assert_quiet(page, faults), seen);
    await context.close();
  }
});

test('a page without fault is quiet', async () => {
  const { page, faults, context } = await opened('<h1>Well</h1>');
  await assert_quiet(page, faults);
  await context.close();
});

test('too little contrast is seen where it is: in the dark, in forced colours, in print', async () => {
  const style = {
    dark: '@media (prefers-color-scheme: dark) { body { background: #111; color: #222 } }',
    print: '@media print { body { background: #fff; color: #eee } }',
    forced: '@media (forced-colors: active) { p { forced-color-adjust: none; background: #fff; color: #eee } }',
  };
  for (const [name, rule] of Object.entries(style)) {
    const { page, context } = await opened(`<style>${rule}</style><h1>Title</h1><p>Words to be read</p>`);
    await page.emulateMedia(showings.light);
    assert.deepEqual(await violations(page), []);
    await page.emulateMedia(showings[name]);
    assert.match((await violations(page)).join('\n'), /color-contrast/, name);
    await context.close();
  }
});

test('a chart without sentence, table or label is seen', async () => {
  const { page, context } = await opened(`<figure id="bare"><svg class="chart" width="9" height="9"></svg></figure>
    <svg class="chart" width="9" height="9"></svg>`);
  const { faults } = await chart_faults(page);
  const said = ['is no image to a screen reader', 'has a label that says nothing', 'has no sentence',
                'has no table with a caption', 'has a table without figures'];
  assert.deepEqual(faults.slice(0, 5), said.map((what) => `bare: ${what}`));
  assert.match(faults[5], /stands in no figure/);
  await context.close();
});
