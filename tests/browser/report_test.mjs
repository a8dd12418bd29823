// SPDX-License-Identifier: Apache-2.0
// The report and the appraisal's page: quiet, offline, and open to everyone however they are shown.
import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { assert_accessible } from './accessibility.mjs';
import { assert_quiet, launch, open } from './browser.mjs';
import { assert_charts_told } from './charts.mjs';
import { folders, run, study } from './program.mjs';

// Between them the studies show every section that a report may have.
const pages = [
  { name: 'a report without uncertainty', page: 'report.html', given: ['understand', study('barnet-2012')] },
  { name: 'a report of the new model', page: 'report.html', given: ['understand', study('barnet-new-model')] },
  {
    name: 'a report of policies over many futures',
    page: 'report.html',
    given: ['understand', study('barnet-buy-do-prevent'), '--draws', '32'],
  },
  {
    name: 'a report of what a result hangs on',
    page: 'report.html',
    given: ['understand', study('barnet-uncertain'), '--draws', '64'],
  },
  {
    name: 'a report of what would have to be true',
    page: 'report.html',
    given: ['understand', study('barnet-what-must-be-true')],
  },
  { name: 'a report of loops', page: 'report.html', given: ['understand', study('barnet-loop-scores')] },
  { name: 'a report of several places', page: 'report.html', given: ['understand', study('places-2014')] },
  {
    name: 'an appraisal',
    page: 'appraisal.html',
    given: ['plan', study('barnet-buy-do-prevent'), '--appraise', '--draws', '32'],
  },
];

const results = folders();
let browser;
before(async () => (browser = await launch()));
after(async () => {
  await browser.close();
  results.remove();
});

for (const { name, page: file, given } of pages) {
  describe(name, () => {
    let opened;
    before(async () => {
      const folder = results.next();
      run(...given, '--output', folder);
      opened = await open(browser, join(folder, file));
    });
    after(() => opened.context.close());

    test('tells each chart in a sentence and a table', () => assert_charts_told(opened.page));
    test('tells each chart on a phone', async () => {
      await opened.page.setViewportSize({ width: 360, height: 740 });
      await assert_charts_told(opened.page);
      await opened.page.setViewportSize({ width: 1024, height: 768 });
    });
    test('keeps to WCAG 2.2 AA however it is shown', () => assert_accessible(opened.page));
    test('asks for nothing and complains of nothing', () => assert_quiet(opened.page, opened.faults));
  });
}
