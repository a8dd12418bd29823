// SPDX-License-Identifier: Apache-2.0
// What the page carries is packed as gzip in base64url (build.mjs, src/explore/packed.h).

export async function unpacked(letters: string): Promise<Uint8Array<ArrayBuffer>> {
  const base64 = letters.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
