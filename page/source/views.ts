// SPDX-License-Identifier: Apache-2.0
// What one sees: a view at a time, or all of them below each other. The engine makes them; they are put into the page
// when they are looked at. What has not changed is left alone; what was unfolded stays so.
import type { Section } from './contract';
import { make } from './dom';
import { arrange } from './figures';

/// What residents and councillors ask first; the rest is one choice away.
const plain = new Set(['short', 'graph', 'gap', 'difference', 'asked', 'gains', 'uncertainty', 'people', 'policies', 'limits',
                       'words']);

/// Every view below the other.
const whole = { id: 'whole', tab: 'All on one page' };

export class Views {
  private sections: Section[] = [];
  private readonly placed = new Map<string, string>(); // the text that each section's element was made of
  at = 'short'; // what is seen

  /// `fixed`: sections of the page itself, which are views like the others and come last. `shown` is told of each
  /// change of what is seen.
  constructor(private readonly place: HTMLElement, private readonly contents: HTMLElement,
              private readonly fixed: HTMLElement[], private readonly shown: () => void) {
    this.sections = [...contents.querySelectorAll('a')].map((link) =>
      ({ id: link.hash.slice(1), title: link.text, tab: link.text, html: '' }));
    for (const one of place.children) arrange(one);
    addEventListener('hashchange', () => this.follow());
    addEventListener('beforeprint', () => this.to_paper());
    this.list();
  }

  /// What the address names, or else the first.
  begin(): void {
    this.follow();
    this.turn();
  }

  show(sections: Section[]): void {
    const ids = (all: Section[]) => all.map(({ id, tab }) => id + tab).join();
    const is_listed = ids(sections) === ids(this.sections);
    this.sections = sections;
    const kept = new Set(sections.map(({ id }) => id));
    for (const one of [...this.place.children]) if (!kept.has(one.id)) one.remove();
    for (const [i, { id }] of sections.entries()) {
      const element = this.element(id) ?? make('section', { id });
      if (this.place.children[i] !== element) this.place.insertBefore(element, this.place.children[i] ?? null);
    }
    if (!is_listed) this.list();
    this.turn();
  }

  /// Puts another text into the place of a section.
  replace(section: Section): void {
    this.sections = this.sections.map((one) => (one.id === section.id ? section : one));
    this.turn();
  }

  /// What is looked at by itself.
  get alone(): string | undefined {
    return this.at === whole.id ? undefined : this.at;
  }

  /// Whether a section is looked at, by itself or with all the others.
  sees(id: string): boolean {
    return this.at === whole.id || this.at === id;
  }

  /// What is seen follows the depth that has been chosen.
  deepen(): void {
    this.list();
    this.turn();
  }

  /// Every view is printed, and the notes of its charts; afterwards all is as it was.
  private to_paper(): void {
    const { at } = this;
    this.at = whole.id;
    this.turn();
    const folded = [...this.place.querySelectorAll<HTMLDetailsElement>('.notes:not([open])')];
    for (const one of folded) one.open = true;
    addEventListener('afterprint', () => {
      for (const one of folded) one.open = false;
      this.at = at;
      this.turn();
    }, { once: true });
  }

  private get is_plain(): boolean {
    return document.body.classList.contains('plain');
  }

  private element(id: string): HTMLElement | undefined {
    return [...this.place.children, ...this.fixed].find((one): one is HTMLElement => one.id === id);
  }

  private all(): { id: string; tab: string }[] {
    const own = this.fixed.map((one) => ({ id: one.id, tab: one.dataset['tab'] ?? one.id }));
    return [...this.sections, ...own].filter(({ id }) => !this.is_plain || plain.has(id));
  }

  /// To what the address names: a view, or something in one.
  private follow(): void {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (!wanted) return;
    const known = [whole.id, ...this.sections.map(({ id }) => id), ...this.fixed.map(({ id }) => id)];
    const holds = (section: Section) => (section.html || this.element(section.id)?.outerHTML || '')
      .includes(`id="${wanted}"`);
    const view = known.includes(wanted) ? wanted : this.sections.find(holds)?.id;
    if (view === undefined) return;
    if (this.is_plain && view !== whole.id && !plain.has(view)) {
      document.querySelector<HTMLInputElement>('input[name=depth][value=full]')?.click();
    }
    this.at = view;
    this.turn();
    if (view === wanted) {
      const top = document.getElementById('results')?.getBoundingClientRect().top ?? 0;
      if (top < 0) document.getElementById('results')?.scrollIntoView();
      return;
    }
    const target = document.getElementById(wanted);
    for (let one = target; one; one = one.parentElement) if (one instanceof HTMLDetailsElement) one.open = true;
    target?.scrollIntoView();
  }

  private list(): void {
    this.contents.replaceChildren(...[...this.all(), whole].map(({ id, tab }) =>
      make('li', {}, make('a', { href: `#${id}` }, tab))));
  }

  /// Puts what is to be seen into the page, and hides the rest.
  private turn(): void {
    const all = this.all().map(({ id }) => id);
    if (this.at !== whole.id && !all.includes(this.at)) this.at = all[0] ?? whole.id;
    for (const link of this.contents.querySelectorAll('a')) {
      if (link.hash.slice(1) === this.at) {
        link.setAttribute('aria-current', 'true');
        into_line(this.contents, link);
      } else {
        link.removeAttribute('aria-current');
      }
    }
    const is_seen = (id: string) => (this.at === whole.id ? all.includes(id) : id === this.at);
    for (const section of this.sections) {
      if (is_seen(section.id)) this.put(section);
      const element = this.element(section.id);
      if (element) element.hidden = !is_seen(section.id);
    }
    for (const one of this.fixed) one.hidden = !is_seen(one.id);
    this.shown();
  }

  private put(section: Section): void {
    if (section.html === '' || this.placed.get(section.id) === section.html) return;
    this.placed.set(section.id, section.html);
    const template = make('template');
    template.innerHTML = section.html;
    const made = template.content.firstElementChild;
    const old = this.element(section.id);
    if (!made || !old) return;
    arrange(made);
    keep_unfolded(old, made);
    old.replaceWith(made);
  }
}

/// Where the list runs on beyond the screen, what is named in it is brought into sight.
function into_line(list: HTMLElement, link: HTMLElement): void {
  const beyond = link.getBoundingClientRect().left - list.getBoundingClientRect().left;
  if (beyond < 0 || beyond + link.offsetWidth > list.clientWidth) list.scrollLeft += beyond - list.clientWidth / 4;
}

/// What a reader has unfolded stays unfolded.
function keep_unfolded(old: Element, made: Element): void {
  const name = (one: HTMLDetailsElement) => `${one.closest('[id]')?.id} ${one.querySelector('summary')?.textContent}`;
  const open = new Set([...old.querySelectorAll<HTMLDetailsElement>('details[open]')].map(name));
  for (const details of made.querySelectorAll('details')) if (open.has(name(details))) details.open = true;
}

/// Which scenarios' charts are seen: all, or two beside each other.
export function compare(place: HTMLElement, chosen: string[], all: string[]): void {
  const hidden = chosen.length ? all.filter((one) => !chosen.includes(one)) : [];
  const is_hidden = (id: string) => hidden.some((one) => id.endsWith(`-${one}`)) &&
    !chosen.some((one) => id.endsWith(`-${one}`));
  for (const figure of place.querySelectorAll<HTMLElement>('figure[id]')) figure.hidden = is_hidden(figure.id);
  place.classList.toggle('compared', chosen.length === 2);
}
