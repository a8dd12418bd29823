// SPDX-License-Identifier: Apache-2.0
// The engine as a function from text to text: a module of WebAssembly and the three calls of src/doors/page.

interface Exports {
  memory: WebAssembly.Memory;
  _initialize?: () => void;
  commonweal_take(bytes: number): number;
  commonweal_answer(at: number, bytes: number): number;
  commonweal_release(at: number): void;
}

/// The system that the module was built for is not there; what it asks of it is answered so that it can do without.
/// Ending itself is the one thing that must not go unseen.
function system(): Record<string, WebAssembly.ImportValue> {
  return new Proxy({} as Record<string, WebAssembly.ImportValue>, {
    get: (_, name) =>
      name === 'proc_exit'
        ? (code: number) => {
            throw new Error(`the engine ended itself (${code})`);
          }
        : () => 0,
  });
}

/// A module of one function that uses a vector: (v128.any_true (i8x16.splat (i32.const 0))).
const with_vector = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 127, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 83, 11,
]);

export function has_vectors(): boolean {
  return WebAssembly.validate(with_vector);
}

/// Starts a module.
export async function started(bytes: Uint8Array<ArrayBuffer>): Promise<(request: string) => string> {
  const module = await WebAssembly.compile(bytes);
  const wanted: WebAssembly.Imports = {};
  for (const { module: from } of WebAssembly.Module.imports(module)) wanted[from] = system();
  const instance = await WebAssembly.instantiate(module, wanted);
  const engine = instance.exports as unknown as Exports;
  engine._initialize?.();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return (request) => {
    const asked = encoder.encode(request);
    const room = engine.commonweal_take(asked.length) >>> 0;
    new Uint8Array(engine.memory.buffer, room, asked.length).set(asked);
    const at = engine.commonweal_answer(room, asked.length) >>> 0;
    const length = new DataView(engine.memory.buffer).getUint32(at, true);
    const answer = decoder.decode(new Uint8Array(engine.memory.buffer, at + 4, length));
    engine.commonweal_release(at);
    return answer;
  };
}
