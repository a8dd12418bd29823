// SPDX-License-Identifier: Apache-2.0
// Opens pages of Commonweal in a real browser, as from a disk without a network, and notes whatever they should not do.
import { strict as assert } from 'node:assert';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const executable = process.env.COMMONWEAL_CHROMIUM ?? '/usr/bin/chromium';

// Chromium's sandbox wants a user who is not root; these pages are ours.
const always = ['--no-sandbox', '--disable-gpu'];

// A busy machine is not a fault: this is for what never comes.
const patience = 180_000;

/// A browser; `flags` are Chromium's own.
export async function launch(flags = []) {
  return chromium.launch({ executablePath: executable, args: [...always, ...flags], timeout: patience });
}

/// Whether a page may ask for this: itself, and what it holds.
function stays_inside(url, own) {
  return url.startsWith('data:') || url.startsWith('blob:') || url.split('#')[0] === own;
}

/// A page opened from a file, with the faults that it has shown since: { page, faults }. The network is off, so that a
/// request cannot succeed unseen; that it was tried is the fault.
export async function open(browser, path, options = {}) {
  const { hash = '', context: given, ...rest } = options;
  const context = given ?? (await browser.newContext({ viewport: { width: 1024, height: 768 }, ...rest }));
  await context.setOffline(true);
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const faults = watched(page, address);
  await page.goto(address + hash);
  return { page, faults, context };
}

/// The list of the page's faults, which grows as they come: requests, errors, words on the console.
function watched(page, address) {
  const faults = [];
  page.on('request', (request) => {
    if (!stays_inside(request.url(), address)) faults.push(`asked for ${request.url()}`);
  });
  page.on('websocket', (socket) => faults.push(`opened a socket to ${socket.url()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  return faults;
}

/// Holds once the page has had time to finish what it began: nothing that it should not do was seen.
export async function assert_quiet(page, faults) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.deepEqual(faults, []);
}
