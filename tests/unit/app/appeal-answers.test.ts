import { expect, it } from 'vitest';
import {
  type AppealAnswersDeps,
  createAppealAnswers,
  createSignerOf,
} from '../../../src/app/appeal-answers.js';
import type { Appeal, AppealMessage } from '../../../src/domain/appeal.js';
import type { StaffView } from '../../../src/services/staff/accounts.js';
import { silentLogger } from '../../support/silent-logger.js';
import { nizhyn } from '../services/dialogue/resident.js';

const MONDAY = new Date('2026-11-23T09:00:00Z');
const appeal = {
  number: 'Н-2026-000123',
  channel: 'viber',
  subscriberId: 's',
  address: 'viber-s',
  receivedAt: MONDAY,
} as Appeal;

const COLLEAGUES = new Map([
  ['iryna', { name: 'Ірина ГНАТЮК', position: '' }],
  ['oksana', { name: 'Оксана МЕЛЬНИК', position: 'Начальниця відділу' }],
]);

/** Last paragraph but the question: what stands under the answer. */
async function signatureOf(authorId: string): Promise<string | undefined> {
  const sent: string[] = [];
  const nobody = async () => undefined;
  const deps = {
    stores: {
      appeals: { markQueued: nobody },
      subscribers: { get: nobody, known: nobody },
      files: {},
    },
    messages: {
      enqueue: async (rows: { content: { text: string } }[]) =>
        sent.push(...rows.map(({ content }) => content.text)),
    },
    organisation: async () => nizhyn,
    signerOf: createSignerOf({
      get: async (id) => COLLEAGUES.get(id) as StaffView | undefined,
    }),
    clocks: { now: () => MONDAY, real: () => MONDAY },
    timeZone: 'Europe/Kyiv',
    log: silentLogger,
  };
  const answers = createAppealAnswers(deps as unknown as AppealAnswersDeps);
  const message = { id: 'a', from: 'staff', authorId, text: 'Замінили.', files: [], at: MONDAY } as const;
  await answers.queue(appeal, message satisfies AppealMessage);
  return sent[0]?.split('\n\n').at(-2);
}

it('signs an answer with the name of the colleague who wrote it', async () => {
  expect(await signatureOf('iryna')).toBe('Ірина ГНАТЮК, 23 листопада 2026 року.');
});

it('puts the position before the name where it is known', async () => {
  expect(await signatureOf('oksana')).toBe('Начальниця відділу, Оксана МЕЛЬНИК, 23 листопада 2026 року.');
});

it('puts no name of a program under an answer', async () => {
  expect(await signatureOf('token-of-the-site')).toBe('23 листопада 2026 року.');
});
