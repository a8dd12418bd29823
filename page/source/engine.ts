// SPDX-License-Identifier: Apache-2.0
// The engine as the page sees it: asks the worker, gives a promise of the answer.
import type { Asked, Coded, Decoded, Edited, Gained, Opened, Run } from './contract';
import type { Engines } from './worker';

declare const WORKER_SOURCE: string; // the worker's bundle, put in by build.mjs

interface Waiting {
  resolve(answer: string): void;
  reject(fault: Error): void;
}

export class Engine {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /// From a file there is no address to load a worker from, so it is made of its own text.
  constructor() {
    const address = URL.createObjectURL(new Blob([WORKER_SOURCE], { type: 'text/javascript' }));
    this.worker = new Worker(address);
    this.worker.onmessage = ({ data }: MessageEvent<{ id: number; answer?: string; broken?: string }>) => {
      const who = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if (data.broken !== undefined) who?.reject(new Error(data.broken));
      else who?.resolve(data.answer ?? '');
    };
    this.worker.onerror = (event) => {
      for (const one of this.waiting.values()) one.reject(new Error(event.message || 'the worker cannot start'));
      this.waiting.clear();
    };
  }

  private post(message: object): Promise<string> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, ...message });
    });
  }

  /// 'vectors' or 'scalar': which of the engines runs.
  start(engines: Engines): Promise<string> {
    return this.post({ engines });
  }

  ask(asked: Asked & { do: 'open' }): Promise<Opened>;
  ask(asked: Asked & { do: 'edit' }): Promise<Edited>;
  ask(asked: Asked & { do: 'decode' | 'put' }): Promise<Decoded>;
  ask(asked: Asked & { do: 'run' }): Promise<Run>;
  ask(asked: Asked & { do: 'gains' }): Promise<Gained>;
  ask(asked: Asked & { do: 'code' }): Promise<Coded>;
  async ask(asked: Asked): Promise<Opened | Edited | Decoded | Run | Gained | Coded> {
    return JSON.parse(await this.post({ request: JSON.stringify(asked) }));
  }
}
