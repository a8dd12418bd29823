// SPDX-License-Identifier: Apache-2.0
// The study out of the page and into it: as a file that the command line runs, and as a code to paste.
import type { Fault } from './contract';
import type { Conversation } from './conversation';
import { announce, button, give, make, part } from './dom';
import type { Engine } from './engine';
import type { History } from './history';

function word(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

/// The command that makes the same figures.
export function command(study: string): string {
  return `commonweal understand ${word(study)}`;
}

export function study_file(
  engine: Engine, history: History, conversation: Conversation, study: string, refuse: (faults: Fault[]) => void,
): void {
  const name = study.split('/').pop() ?? 'study.toml';
  part('save').addEventListener('click', () => give(name, new Blob([history.text], { type: 'application/toml' })));

  const file = part('open') as HTMLInputElement;
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (chosen && (await conversation.take(await chosen.text()))) announce(`${chosen.name} is open.`);
    file.value = '';
  });

  const code = part('code') as HTMLTextAreaElement;
  const is_hosted = location.protocol.startsWith('http');
  const make_code = async () => {
    const answer = await engine.ask({ do: 'code', text: history.text });
    if (answer.code === undefined) refuse(answer.faults);
    return answer.code;
  };
  const take_code = async (pasted: string) => {
    const answer = await engine.ask({ do: 'decode', code: pasted.trim() });
    if (answer.text === undefined) refuse(answer.faults);
    else if (await conversation.take(answer.text)) announce('The scenario of the code is open.');
  };
  const copy = async (words: string) => {
    code.value = words;
    code.select();
    await navigator.clipboard?.writeText(words).catch(() => undefined);
    announce('Copied.');
  };
  part('code-actions').append(
    button('Copy the scenario code', async () => {
      const made = await make_code();
      if (made !== undefined) await copy(made);
    }),
    button('Use this code', () => take_code(code.value)),
    ...(is_hosted ? [button('Copy a link', async () => {
      const made = await make_code();
      if (made !== undefined) await copy(`${location.href.split('#')[0]}#scenario=${encodeURIComponent(made)}`);
    })] : []));
  const linked = /^#scenario=(.+)$/.exec(location.hash)?.[1];
  if (linked) void take_code(decodeURIComponent(linked));

  part('command').replaceChildren(make('code', {}, command(name)));
  part('print').addEventListener('click', () => print());
}
