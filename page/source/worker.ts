// SPDX-License-Identifier: Apache-2.0
// The engine's own thread: starts it, then answers in the order in which it is asked.
import { applied } from './delta';
import { has_vectors, started } from './module';
import { unpacked } from './unpacked';

export interface Engines {
  vectors: string; // a module, packed
  scalar_from_vectors: string; // what makes of it the one for browsers without vectors (delta.ts), packed as it is
}

let answer: Promise<(request: string) => string> | undefined;

self.onmessage = async (event: MessageEvent<{ id: number; engines?: Engines; request?: string }>) => {
  const { id, engines, request } = event.data;
  try {
    if (engines) {
      const kind = has_vectors() ? 'vectors' : 'scalar';
      const vectors = await unpacked(engines.vectors);
      answer = started(kind === 'vectors' ? vectors : applied(vectors, await unpacked(engines.scalar_from_vectors)));
      await answer;
      self.postMessage({ id, answer: kind });
    } else if (answer && request !== undefined) {
      self.postMessage({ id, answer: (await answer)(request) });
    }
  } catch (fault) {
    self.postMessage({ id, broken: String(fault instanceof Error ? fault.message : fault) });
  }
};
