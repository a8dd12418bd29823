// SPDX-License-Identifier: Apache-2.0
// The state is the study's text; undoing is going back in a list of texts. The list survives a reload.

/// How many texts are kept: a study is some ten thousand letters, and a browser keeps about five million of a page.
const most = 60;

interface Kept {
  texts: string[];
  at: number;
}

export class History {
  private texts: string[];
  private at: number;

  /// `key` names the study and its sources, so that another study's history is never taken for this one's.
  constructor(private readonly key: string, readonly original: string) {
    const kept = read(key);
    this.texts = kept?.texts ?? [original];
    this.at = kept?.at ?? 0;
  }

  get text(): string {
    return this.texts[this.at] ?? this.original;
  }
  get before(): string | undefined {
    return this.texts[this.at - 1];
  }
  get after(): string | undefined {
    return this.texts[this.at + 1];
  }

  /// A new text; what had been undone before it is gone.
  push(text: string): void {
    if (text === this.text) return;
    this.texts = [...this.texts.slice(0, this.at + 1), text].slice(-most);
    this.at = this.texts.length - 1;
    this.keep();
  }

  undo(): boolean {
    return this.turn(-1);
  }
  redo(): boolean {
    return this.turn(1);
  }

  private turn(by: number): boolean {
    if (this.texts[this.at + by] === undefined) return false;
    this.at += by;
    this.keep();
    return true;
  }

  private keep(): void {
    try {
      localStorage.setItem(this.key, JSON.stringify({ texts: this.texts, at: this.at }));
    } catch {
      // A browser that keeps nothing (private, or full) still undoes until the page is closed.
    }
  }
}

function read(key: string): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return undefined;
    const { texts, at } = kept as Partial<Kept>;
    const is_whole = Array.isArray(texts) && texts.every((one) => typeof one === 'string') && typeof at === 'number';
    return is_whole && texts[at] !== undefined ? { texts, at } : undefined;
  } catch {
    return undefined;
  }
}
