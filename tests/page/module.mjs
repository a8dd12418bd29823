// SPDX-License-Identifier: Apache-2.0
// The module of the page outside a page: loads it and asks it.
import { readFile } from "node:fs/promises";

/** What the C library of the module wants of a system: a clock, and nothing of a disk that is not there. */
function system(memory) {
  const nothing_there = 8; // EBADF
  const calls = {
    clock_time_get(_clock, _precision, at) {
      new DataView(memory().buffer).setBigUint64(at, BigInt(Math.round(performance.now() * 1e6)), true);
      return 0;
    },
    environ_sizes_get(count, size) {
      const view = new DataView(memory().buffer);
      view.setUint32(count, 0, true);
      view.setUint32(size, 0, true);
      return 0;
    },
    proc_exit(code) {
      throw new Error(`the module ended itself, with ${code}`);
    },
  };
  return new Proxy(calls, { get: (known, name) => known[name] ?? (() => nothing_there) });
}

/** Loads a module; `ask` takes a request and gives the answer, both texts. */
export async function load(path) {
  const compiled = await WebAssembly.compile(await readFile(path));
  let exports;
  const offered = system(() => exports.memory);
  const imports = {};
  for (const { module, name } of WebAssembly.Module.imports(compiled)) {
    imports[module] ??= {};
    imports[module][name] = offered[name];
  }
  exports = (await WebAssembly.instantiate(compiled, imports)).exports;
  exports._initialize?.();

  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const ask = (request) => {
    const bytes = encoder.encode(request);
    const room = exports.commonweal_take(bytes.length);
    new Uint8Array(exports.memory.buffer, room, bytes.length).set(bytes);
    const answer = exports.commonweal_answer(room, bytes.length);
    const length = new DataView(exports.memory.buffer).getUint32(answer, true);
    const text = decoder.decode(new Uint8Array(exports.memory.buffer, answer + 4, length));
    exports.commonweal_release(answer);
    return text;
  };
  return { ask, exports };
}
