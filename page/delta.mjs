// SPDX-License-Identifier: Apache-2.0
// One module of WebAssembly told by another that is much like it, so that the page need not carry both.
// source/delta.ts makes the module of it again.

const BLOCK = 16; // bytes that must agree before anything is copied

const literal = 0xffffffff; // in place of where a copy stands

/// `wanted` as steps: each two little-endian numbers of 32 bits. (at, length) copies from `known`; (literal, length)
/// takes as many bytes as follow the step.
export function delta(known, wanted) {
  const blocks = new Map();
  for (let at = 0; at + BLOCK <= known.length; at += BLOCK) {
    const block = known.latin1Slice(at, at + BLOCK);
    if (!blocks.has(block)) blocks.set(block, at);
  }
  const parts = [];
  const step = (at, length) => {
    const head = Buffer.alloc(8);
    head.writeUInt32LE(at, 0);
    head.writeUInt32LE(length, 4);
    parts.push(head);
  };
  const agree = (from, to) => from >= 0 && from + BLOCK <= known.length && to + BLOCK <= wanted.length &&
                              known.compare(wanted, to, to + BLOCK, from, from + BLOCK) === 0;
  let told = 0; // so much of `wanted` stands in parts
  let shift = 0; // where the last copy stood in `known`, less where it stands in `wanted`
  for (let at = 0; at < wanted.length;) {
    const from = agree(at + shift, at) ? at + shift : blocks.get(wanted.latin1Slice(at, at + BLOCK));
    if (from === undefined) {
      ++at;
      continue;
    }
    let length = BLOCK;
    const most = Math.min(known.length - from, wanted.length - at);
    while (length < most && known[from + length] === wanted[at + length]) ++length;
    if (told < at) {
      step(literal, at - told);
      parts.push(wanted.subarray(told, at));
    }
    step(from, length);
    shift = from - at;
    at = told = at + length;
  }
  if (told < wanted.length) {
    step(literal, wanted.length - told);
    parts.push(wanted.subarray(told));
  }
  return Buffer.concat(parts);
}
