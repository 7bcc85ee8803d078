import { fork } from 'node:child_process';
import { once } from 'node:events';
import { oneAtATime } from '#built/lib/one-at-a-time.js';
import type { MessengerAnswers } from './messengers-process.js';

type Name = keyof MessengerAnswers;

/** Emulated messengers in another process. */
export interface Messengers {
  ask<N extends Name>(
    name: N,
    ...argument: Parameters<MessengerAnswers[N]>
  ): Promise<Awaited<ReturnType<MessengerAnswers[N]>>>;
  close(): void;
}

/** @param limits whether they refuse a bot that is too fast, as the real ones do */
export async function startMessengers({ limits }: { readonly limits: boolean }): Promise<Messengers> {
  const file = new URL('./messengers-process.ts', import.meta.url);
  const child = fork(file, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, LIMITS: limits ? 'on' : 'off' },
  });
  await once(child, 'message');
  const queue = oneAtATime();
  return {
    ask: (name, ...[argument]) =>
      queue(async () => {
        child.send({ name, argument });
        const [{ answer }] = await once(child, 'message');
        return answer;
      }),
    close: () => child.disconnect(),
  };
}
