// SPDX-License-Identifier: Apache-2.0
// The views of the live page: one at a time, each named in the address, each for everyone.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assert_accessible, showings } from './accessibility.mjs';
import { launch } from './browser.mjs';
import { assert_charts_told } from './charts.mjs';
import { a_policy, change, made_of, open_live, put_lever, see, unfold, views, with_live } from './live_page.mjs';
import { folders, study } from './program.mjs';

const results = folders();
let browser, path;
before(async () => {
  path = made_of(study('barnet-explore'), results.next());
  browser = await launch();
});
after(async () => {
  await browser.close();
  results.remove();
});

const with_page = (act, options) => with_live(browser, path, act, options);

async function seen(page) {
  return page.locator('#results section[id]:visible').evaluateAll((all) => all.map((one) => one.id));
}

test('one view is seen at a time, with its charts told', () => with_page(async (page) => {
  await page.getByRole('radio', { name: 'Full' }).check();
  const all = await views(page);
  assert.ok(all.length > 8);
  for (const view of all.filter((one) => one !== 'whole')) {
    await see(page, view);
    assert.deepEqual((await seen(page)).filter((one) => one !== 'consequences-part'), [view]);
    if (await page.locator(`#${view} svg.chart`).count()) await assert_charts_told(page);
  }
}));

test('the first view: WCAG 2.2 AA', () => with_page((page) => assert_accessible(page)));

test('the first view has charts in the first screen, at every width', async () => {
  for (const [width, height] of [[360, 740], [768, 1024], [1280, 800], [1920, 1080]]) {
    await with_page(async (page) => {
      const chart = page.locator('#short svg.chart:visible').first();
      const top = await chart.evaluate((one) => one.getBoundingClientRect().top);
      assert.ok(top < 0.75 * height, `at ${width} the first chart begins at ${top} of ${height}`);
    }, { viewport: { width, height } });
  }
});

test('what is plain leaves out what is full; a link to that shows it', () => with_page(async (page) => {
  assert.ok(!(await views(page)).includes('assumptions'));
  await unfold(page);
  await page.locator('#short a[href="#assumptions"]').first().click();
  assert.deepEqual(await seen(page), ['assumptions']);
  assert.ok(await page.getByRole('radio', { name: 'Full' }).isChecked());
  await page.goBack();
}));

test('who pays and who gains is made when it is looked at, and follows a choice', () => with_page(async (page) => {
  await see(page, 'gains');
  await page.locator('#gains figure').first().waitFor();
  await assert_charts_told(page);
  await assert_accessible(page, Object.keys(showings));
  assert.equal(await page.locator('#agencies-yours').count(), 0);
  await put_lever(page, await a_policy(page), 1);
  await page.locator('#agencies-yours').waitFor();
}));

test('a source is one click from a figure', () => with_page(async (page) => {
  await unfold(page);
  const link = page.locator('#short a[href^="#source"]').first();
  const id = (await link.getAttribute('href')).slice(1);
  await link.click();
  await page.locator(`[id="${id}"]`).waitFor();
  assert.deepEqual(await seen(page), ['sources']);
}));

test('the answer speaks of what one has chosen, and what follows has its likelihood', () => with_page(async (page) => {
  await put_lever(page, 're-ablement', 1);
  assert.match(await page.locator('#short .lede').innerText(), /as you have chosen/);
  const sentences = await page.locator('#consequences li').allInnerTexts();
  assert.ok(sentences.length > 0);
  for (const one of sentences) {
    assert.match(one, /futures/);
    assert.match(one, /^(Your choices|Carry on)/);
    assert.doesNotMatch(one, /of 0%/);
  }
  await change(page, () => page.getByRole('button', { name: 'Undo' }).click());
  assert.doesNotMatch(await page.locator('#short .lede').innerText(), /as you have chosen/);
}));

test('the arrow keys read a chart, a pointer reads a year', () => with_page(async (page) => {
  const figure = page.locator('#short figure').first();
  const chart = figure.locator('svg.chart:visible');
  const reading = figure.locator('.reading');
  const years = await figure.locator('tbody th').allTextContents();
  const figures = await figure.locator('tbody tr').nth(1).locator('td').allTextContents();
  await chart.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.ok((await reading.innerText()).startsWith(years[1]));
  assert.deepEqual(await reading.locator('dd').allTextContents(), figures);
  await page.waitForFunction((year) => document.getElementById('said').textContent.startsWith(year), years[1]);
  await assert_accessible(page, ['light', 'dark']);
  await page.keyboard.press('End');
  assert.ok((await reading.innerText()).startsWith(years.at(-1)));
  await page.keyboard.press('Escape');
  assert.equal(await reading.count(), 0);
  const rule = chart.locator('.axis', { hasText: years[0] });
  const box = await rule.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y - 40);
  assert.ok((await reading.innerText()).startsWith(years[0]));
}));

test('on paper stands every view with its notes, and nothing to press', () => with_page(async (page) => {
  const all = (await views(page)).filter((one) => one !== 'whole');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.deepEqual((await seen(page)).filter((one) => one !== 'consequences-part'), all);
  assert.equal(await page.locator(':is(button, input, select, textarea):visible').count(), 0);
  assert.ok(await page.locator('#short .notes p').first().isVisible());
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  assert.deepEqual((await seen(page)).filter((one) => one !== 'consequences-part'), ['short']);
  assert.ok(!(await page.locator('#short .notes p').first().isVisible()));
}));

test('each chart can be taken as CSV, SVG and PNG', () => with_page(async (page) => {
  const figure = page.locator('#short figure').first();
  const taken = async (kind) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: kind }).click(),
    ]);
    assert.equal(download.suggestedFilename(), `short-graph.${kind.toLowerCase()}`);
    return readFileSync(await download.path());
  };
  const rows = (await taken('CSV')).toString().trimEnd().split('\r\n');
  assert.equal(rows.length, await figure.locator('tr').count());
  assert.equal(rows[1].split(',')[0], (await figure.locator('tbody th').first().textContent()).trim());
  assert.match((await taken('SVG')).toString(), /^<svg[^>]* xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  assert.equal((await taken('PNG')).subarray(1, 4).toString(), 'PNG');
}));
