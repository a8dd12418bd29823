// SPDX-License-Identifier: Apache-2.0
// Runs the program whose pages are tested, in folders that are removed afterwards.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const program = process.env.COMMONWEAL ?? join(root, 'build', 'release', 'commonweal');

/// What a run of the program prints.
export function run(...given) {
  return execFileSync(program, given, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/// A study of the project, by name.
export function study(name) {
  return join(root, 'domain', 'studies', `${name}.toml`);
}

/// Folders for results: { next(), remove() }.
export function folders() {
  const whole = mkdtempSync(join(tmpdir(), 'commonweal-browser-'));
  let made = 0;
  return {
    next: () => join(whole, String(++made)),
    remove: () => rmSync(whole, { recursive: true, force: true }),
  };
}
