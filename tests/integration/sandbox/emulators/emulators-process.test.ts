import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../../../src/commands/emulators.ts', import.meta.url));

async function startChild() {
  const env = { ...process.env, SANDBOX_TELEGRAM_TOKEN: '7:told', SANDBOX_VIBER_TOKEN: 'told' };
  const child = fork(SCRIPT, [], { env, execArgv: ['--import', 'tsx'], stdio: 'inherit' });
  const [addresses] = await once(child, 'message', { signal: AbortSignal.timeout(15_000) });
  return { child, addresses };
}

it('says where it is, with the tokens it was given', async () => {
  const { child, addresses } = await startChild();
  const me = await fetch(`${addresses.telegramApiRoot}/bot7:told/getMe`);
  expect(await me.json()).toMatchObject({ ok: true, result: { id: 7 } });
  const people = await fetch(`${addresses.controlUrl}/viber/people`);
  expect(await people.json()).toEqual({ items: [] });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('never outlives its parent', async () => {
  const { child } = await startChild();
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
