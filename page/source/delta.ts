// SPDX-License-Identifier: Apache-2.0
// Makes a module of WebAssembly of one that is much like it, and the steps that delta.mjs found.

const literal = 0xffffffff;

export function applied(known: Uint8Array, delta: Uint8Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(delta.buffer, delta.byteOffset, delta.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = 0; at < delta.length;) {
    const from = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true);
    at += 8;
    parts.push(from === literal ? delta.subarray(at, at + length) : known.subarray(from, from + length));
    if (from === literal) at += length;
  }
  const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    made.set(part, end);
    end += part.length;
  }
  return made;
}
