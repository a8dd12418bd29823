// SPDX-License-Identifier: Apache-2.0
// Puts script, style and engines into one file, build/page/shell.html, which `commonweal explore` fills with a study.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { delta } from './delta.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, '..', 'build');

async function bundle(entry, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(here, entry)], bundle: true, minify: true, write: false, define,
    format: 'iife', target: 'es2022', charset: 'utf8', logLevel: 'warning',
  });
  return outputFiles[0].text.trim();
}

/// Bytes as the page carries them (source/unpacked.ts). The time in gzip's head is 0, so equal bytes give equal text.
const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString('base64url');

const modules = ['vectors', 'scalar'].map((kind) => join(built, 'page', `commonweal-${kind}.wasm`));
if (!modules.every((path) => existsSync(path))) {
  console.error('there is no engine in build/page yet: ./go page makes it');
  process.exit(1);
}
const [vectors, scalar] = modules.map((path) => readFileSync(path));
const engines = { vectors: packed(vectors), scalar_from_vectors: packed(delta(vectors, scalar)) };
const worker = await bundle('source/worker.ts');
// "</" would end the element that the script stands in.
const script = (await bundle('source/main.ts', { WORKER_SOURCE: JSON.stringify(worker) })).replaceAll('</', '<\\/');
const policy = ["default-src 'none'", "style-src 'unsafe-inline'", 'img-src data: blob:', 'worker-src blob:',
                `script-src 'wasm-unsafe-eval' 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
                "base-uri 'none'", "form-action 'none'"].join('; ');
const parts = { policy, script, style: await bundle('style/page.css'), engines: JSON.stringify(engines) };
const shell = readFileSync(join(here, 'shell.html'), 'utf8')
  .replaceAll(/\{\{(\w+)\}\}/g, (whole, name) => parts[name] ?? whole);

mkdirSync(join(built, 'page'), { recursive: true });
const path = join(built, 'page', 'shell.html');
writeFileSync(`${path}.new`, shell);
renameSync(`${path}.new`, path);
const size = (text) => `${Math.round(Buffer.byteLength(text) / 1000)} kB`;
console.error(`${path}: ${size(shell)}, of which script ${size(script)}, style ${size(parts.style)}, ` +
              `engine ${size(engines.vectors)} and without vectors ${size(engines.scalar_from_vectors)} more`);
