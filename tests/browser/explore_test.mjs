// SPDX-License-Identifier: Apache-2.0
// The live page: the command line's figures, in one file, open to everyone, and nothing of a person's work lost.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assert_accessible, showings } from './accessibility.mjs';
import { assert_quiet, launch } from './browser.mjs';
import { assert_charts_told } from './charts.mjs';
import {
  a_policy, assert_same_figures, beside_the_studies, change, figures, figures_of_command, give_file, levers, made_of,
  open_live, put_lever, refusal, save_study, scenario_code, see, settled, slider_of, unfold, use_code,
  with_live,
} from './live_page.mjs';
import { folders, study } from './program.mjs';

const shown = study('barnet-library');
const results = folders();
let browser, path, as_command;
before(async () => {
  path = made_of(shown, results.next());
  as_command = figures_of_command(shown, results.next());
  browser = await launch();
});
after(async () => {
  await browser.close();
  results.remove();
});

const with_page = (act, options) => with_live(browser, path, act, options);

test('the page shows the figures of the command line', () => with_page(async (page) => {
  assert.deepEqual(await figures(page), as_command);
}));

test('a browser without vectors shows the same', async () => {
  // Chromium has vectors where the processor has SSE 4.1; it is told that this one has not.
  const plain = await launch(['--js-flags=--no-enable-sse4-1']);
  try {
    const { page, faults, context } = await open_live(plain, path);
    assert.equal(await page.getAttribute('html', 'data-engine'), 'scalar');
    assert.deepEqual(await figures(page), as_command);
    await assert_quiet(page, faults);
    await context.close();
  } finally {
    await plain.close();
  }
});

test('a browser with vectors uses them', () => with_page(async (page) => {
  assert.equal(await page.getAttribute('html', 'data-engine'), 'vectors');
}));

for (const depth of ['Plain', 'Full']) {
  test(`${depth.toLowerCase()}: WCAG 2.2 AA however it is shown; each chart in a sentence and a table`, () =>
    with_page(async (page) => {
      await page.getByRole('radio', { name: depth }).check();
      await see(page, 'whole');
      await assert_charts_told(page);
      await assert_accessible(page, Object.keys(showings));
    }));
}

test('a phone: WCAG 2.2 AA on both sides of the page, and nothing wider than the screen', () =>
  with_page(async (page) => {
    for (const side of ['Choose', 'See what follows']) {
      await page.getByRole('button', { name: side }).click();
      await assert_accessible(page);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${beyond} pixels wider than the screen`);
    }
  }, { viewport: { width: 360, height: 740 } }));

test('a meeting: WCAG 2.2 AA while it covers and when it reveals', () => with_page(async (page) => {
  await unfold(page);
  await page.getByLabel('In a meeting: predict first, then reveal').check();
  await put_lever(page, await a_policy(page), 1);
  const reveal = page.getByRole('button', { name: 'Reveal' });
  await reveal.waitFor();
  await assert_accessible(page, ['light', 'dark', 'forced']);
  await reveal.click();
  await assert_accessible(page, ['light', 'dark', 'forced']);
}));

test('a lever can be moved by the keyboard, and the figures follow', () => with_page(async (page) => {
  const lever = await a_policy(page);
  await unfold(page);
  await slider_of(page, lever).focus();
  await change(page, () => page.keyboard.press('End'));
  assert.notDeepEqual(await figures(page), as_command);
  const spoken = await slider_of(page, lever).getAttribute('aria-valuetext');
  assert.match(spoken, /\d/);
}));

test('the keyboard reaches every control', () => with_page(async (page) => {
  await page.getByRole('radio', { name: 'Full' }).check();
  await see(page, 'whole');
  await unfold(page);
  await page.evaluate(() => {
    const wanted = 'a[href],button:not(:disabled),input:not(:disabled),select,textarea,summary,[tabindex="0"]';
    for (const one of document.querySelectorAll(wanted)) if (one.getClientRects().length) one.dataset.wanted = '';
    document.addEventListener('focusin', ({ target }) => delete target.dataset.wanted);
    document.activeElement?.blur();
  });
  // Once round: how many stops there are hangs on the browser, which lets one scroll what is wider than its place.
  await page.keyboard.press('Tab');
  await page.evaluate(() => (globalThis.first = document.activeElement));
  let is_round = false;
  for (let stops = 1; stops < 2000 && !is_round; ++stops) {
    await page.keyboard.press('Tab');
    is_round = await page.evaluate(() => globalThis.first === document.activeElement);
  }
  assert.ok(is_round, 'the focus does not come round');
  const left = await page.locator('[data-wanted]').evaluateAll((all) => all
    .filter((one) => !(one.type === 'radio' && !one.checked))  // one Tab reaches a group, its arrows the others
    .map((one) => one.outerHTML.slice(0, 120)));
  assert.deepEqual(left, []);
}));

test('every amount is named with its unit', () => with_page(async (page) => {
  await unfold(page);
  const nameless = await page.locator('.amount').evaluateAll((all) => all.filter((one) => {
    const unit = one.querySelector('.unit')?.textContent.trim();
    const boxes = [...one.querySelectorAll('input')];
    return !unit || boxes.length !== 2 || boxes.some((box) => !box.ariaLabel?.includes(unit));
  }).map((one) => one.closest('[data-lever]').dataset.lever));
  assert.deepEqual(nameless, []);
  assert.ok((await levers(page)).length > 0);
}));

test('undo and redo, before and after a reload', () => with_page(async (page) => {
  const first = await figures(page);
  await put_lever(page, await a_policy(page), 1);
  const second = await figures(page);
  assert.notDeepEqual(second, first);
  await page.reload();
  await settled(page);
  await assert_same_figures(page, second);
  await change(page, () => page.getByRole('button', { name: 'Undo' }).click());
  await assert_same_figures(page, first);
  await page.reload();
  await settled(page);
  await assert_same_figures(page, first);
  await change(page, () => page.getByRole('button', { name: 'Redo' }).click());
  await assert_same_figures(page, second);
}));

test('the saved study gives the same figures on the command line, and in another copy of the page', () =>
  with_page(async (page) => {
    await put_lever(page, await a_policy(page), 1);
    const mine = await figures(page);
    const saved = beside_the_studies(results.next());
    const text = await save_study(page, saved);
    assert.deepEqual(figures_of_command(saved, results.next()), mine);
    await change(page, () => page.getByRole('button', { name: 'Undo' }).click());
    await change(page, () => give_file(page, 'saved.toml', text));
    await assert_same_figures(page, mine);
  }));

test('a scenario code gives the same figures in another copy of the page', async () => {
  let code, mine;
  await with_page(async (page) => {
    await put_lever(page, await a_policy(page), 1);
    mine = await figures(page);
    code = await scenario_code(page);
  });
  await with_page(async (page) => {
    await change(page, () => use_code(page, code));
    await assert_same_figures(page, mine);
  });
});

test('a damaged code and one of a newer version are refused, and nothing is lost', () => with_page(async (page) => {
  await put_lever(page, await a_policy(page), 1);
  const mine = await figures(page);
  const code = await scenario_code(page);
  const middle = Math.floor(code.length / 2);
  const other = code[middle] === 'A' ? 'B' : 'A';
  for (const wrong of [code.slice(0, middle) + other + code.slice(middle + 1), code.slice(0, -4), 'hello',
                       code.replace(/\d+/, (version) => String(Number(version) + 1))]) {
    await page.locator('#faults').evaluate((one) => one.replaceChildren());
    await use_code(page, wrong);
    assert.ok((await refusal(page)).length > 20, wrong);
    await assert_same_figures(page, mine);
  }
}));

test('a study with a fault is refused with its line and key, and nothing is lost', () => with_page(async (page) => {
  const mine = await figures(page);
  const text = readFileSync(shown, 'utf8');
  const line = text.split('\n').findIndex((one) => /^question\s*=/.test(one)) + 1;
  await give_file(page, 'odd.toml', text.replace(/^question(?=\s*=)/m, 'qestion'));
  const said = await refusal(page);
  assert.match(said, /qestion/);
  assert.match(said, new RegExp(`\\b${line}\\b`));
  await assert_same_figures(page, mine);
}));
