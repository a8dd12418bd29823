// SPDX-License-Identifier: Apache-2.0
// Elements made and found: all that the page needs of a framework.

type Attributes = Record<string, string | number | boolean | undefined>;
type Child = Node | string | undefined | false;

/// `<name attributes>children</name>`; true is an attribute without a value, false and undefined are none.
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== undefined && child !== false) element.append(child);
  return element;
}

export function button(label: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = make('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', act);
  return made;
}

/// What the shell holds; that it is missing is our fault.
export function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no '${id}'`);
  return found;
}

/// Gives a file to whoever reads the page.
export function give(name: string, content: Blob): void {
  const link = make('a', { href: URL.createObjectURL(content), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

let announcing: ReturnType<typeof setTimeout> | undefined;

/// Says it in the page's live region, once things have stopped changing.
export function announce(words: string): void {
  clearTimeout(announcing);
  announcing = setTimeout(() => (part('said').textContent = words), 400);
}

/// Once the screen shows what stands in the page now; where it is out of sight, soon.
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 100);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
