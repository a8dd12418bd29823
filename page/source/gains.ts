// SPDX-License-Identifier: Apache-2.0
// Who pays and who gains. It takes futures of its own, so they are made only while somebody looks.
import type { Fault, Section } from './contract';
import type { Engine } from './engine';

const most = 200; // futures: enough to see who gains
const heading = { id: 'gains', title: 'Who pays and who gains', tab: 'Who gains' };
const waiting = `<section id="gains"><h2>${heading.title}</h2><p>Making futures…</p></section>`;

export class Gains {
  private asked: string | undefined; // the text that it was last asked of
  private made: { text: string; section: Section } | undefined;

  constructor(private readonly engine: Engine, private readonly values: string,
              private readonly show: (section: Section) => void, private readonly refuse: (faults: Fault[]) => void) {}

  /// What stands there for this text: nothing at all where the page has no file of rates.
  sections(text: string): Section[] {
    if (!this.values) return [];
    return [this.made?.text === text ? this.made.section : { ...heading, html: waiting }];
  }

  /// Makes them of this text, unless that has been done.
  async look(text: string, draws: number): Promise<void> {
    if (!this.values || this.asked === text) return;
    this.asked = text;
    const { section, faults } = await this.engine.ask(
      { do: 'gains', text, draws: Math.min(draws, most), values: this.values });
    if (!section) {
      this.refuse(faults);
      return;
    }
    this.made = { text, section: { ...section, ...heading } };
    if (this.asked === text) this.show(this.made.section);
  }
}
