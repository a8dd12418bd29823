// SPDX-License-Identifier: Apache-2.0
// The live page as a person finds it: made by the program, opened from the disk, waited for until it has settled.
import { strict as assert } from 'node:assert';
import { mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { assert_quiet, open } from './browser.mjs';
import { root, run } from './program.mjs';

/// Writes the live page of a study into a folder and gives its path.
export function made_of(study, folder) {
  run('explore', study, '--output', folder);
  return join(folder, 'explore.html');
}

/// Opens it and waits until its engine has said all that it will: what `open` gives.
export async function open_live(browser, path, options = {}) {
  const opened = await open(browser, path, options);
  await settled(opened.page);
  return opened;
}

/// Opens it, does something with it, and holds it to silence whatever that was.
export async function with_live(browser, path, act, options) {
  const opened = await open_live(browser, path, options);
  await act(opened.page, opened);
  await assert_quiet(opened.page, opened.faults);
  await opened.context.close();
}

/// Waits until no more futures will come, and the page may be changed.
export async function settled(page) {
  await page.waitForFunction(() => {
    const { settled, engine } = document.documentElement.dataset;
    return settled === 'true' && engine && document.body.classList.contains('live');
  });
}

/// The figures that are shown, as the command line's `--json` has them.
export async function figures(page) {
  return JSON.parse(await page.locator('#figures').textContent());
}

/// What the command line says of a study file.
export function figures_of_command(study, folder) {
  return JSON.parse(run('understand', study, '--json', '--output', folder));
}

/// Does something and waits until what it leads to is shown.
export async function change(page, act) {
  await page.evaluate(() => delete document.documentElement.dataset.settled);
  await act();
  await settled(page);
}

/// The first policy that can be done more than it is.
export async function a_policy(page) {
  return page.locator('[data-lever]').evaluateAll((all) => {
    const amount = (one) => one.querySelector('.amount input[type=range]');
    return all.find((one) => Number(amount(one).max) > Number(amount(one).value))?.dataset.lever;
  });
}

/// A policy's slider, by the policy's id.
export function slider_of(page, lever) {
  return page.locator(`[data-lever="${lever}"] .amount input[type=range]`);
}

/// Puts a lever at a value with the keyboard alone, in the box beside its slider.
export async function put_lever(page, lever, value) {
  await unfold(page);
  const box = page.locator(`[data-lever="${lever}"] .amount input[type=number]`);
  await box.focus();
  await change(page, async () => {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(String(value));
    await page.keyboard.press('Enter');
  });
}

/// Unfolds everything that can be unfolded.
export async function unfold(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
}

/// Shows a view: one by its id, or 'whole' for all of them below each other.
export async function see(page, view) {
  await page.locator(`#contents a[href="#${view}"]`).click();
  await page.waitForFunction((id) => document.querySelector('#contents [aria-current]')?.hash === `#${id}`, view);
}

/// The views that can be chosen, by id.
export async function views(page) {
  return page.locator('#contents a').evaluateAll((all) => all.map((one) => one.hash.slice(1)));
}

/// The levers' ids, of one kind or all.
export async function levers(page) {
  return page.locator('[data-lever]').evaluateAll((all) => all.map((one) => one.dataset.lever));
}

/// The study as the page gives it: its text, saved to `path`.
export async function save_study(page, path) {
  await unfold(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the study' }).click(),
  ]);
  await download.saveAs(path);
  return readFileSync(path, 'utf8');
}

/// A path for a study in `folder` from where it finds its models and places as those of the project do.
export function beside_the_studies(folder) {
  mkdirSync(join(folder, 'studies'), { recursive: true });
  for (const name of readdirSync(join(root, 'domain'))) {
    if (name !== 'studies') symlinkSync(join(root, 'domain', name), join(folder, name));
  }
  return join(folder, 'studies', 'saved.toml');
}

/// The scenario code of what is shown.
export async function scenario_code(page) {
  await unfold(page);
  await page.getByRole('button', { name: 'Copy the scenario code' }).click();
  const box = page.getByLabel('Scenario code', { exact: true });
  await page.waitForFunction((one) => one.value !== '', await box.elementHandle());
  return box.inputValue();
}

/// Uses a code, as a person who was sent it.
export async function use_code(page, code) {
  await unfold(page);
  await page.getByLabel('Scenario code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Use this code' }).click();
}

/// What the page says when something cannot be done; waits until it says it.
export async function refusal(page) {
  const faults = page.getByRole('alert');
  await faults.locator('pre').first().waitFor();
  return faults.innerText();
}

/// Opens a text as a study file.
export async function give_file(page, name, text) {
  await unfold(page);
  const file = { name, mimeType: 'application/toml', buffer: Buffer.from(text) };
  await page.getByLabel('Open a study').setInputFiles(file);
}

/// Nothing of what is shown has changed since `before` = figures(page).
export async function assert_same_figures(page, before) {
  assert.deepEqual(await figures(page), before);
}
