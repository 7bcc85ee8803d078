import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import { answerKey } from '../../../src/services/appeals/answers.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { anAppealDesk, COLLEAGUE, HEAD, MODERATOR } from '../../support/appeal-desk.js';
import { anAppeal } from '../../support/console/builders.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let store: AppealStore;
let stored = 0;

beforeAll(async () => {
  database = await aDatabase();
  store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
});
afterAll(() => database.close());

async function aStored(changes: Partial<Appeal> = {}): Promise<string> {
  stored += 1;
  const number = `Н-2026-${String(stored).padStart(6, '0')}`;
  await store.insert(anAppeal({ number, subscriberId: `resident-${stored}`, ...changes }), `inbox-${stored}`);
  return number;
}

const ANSWER = {
  text: 'Ліхтарі полагоджено.',
  files: [],
  toAll: true,
  requestId: 'answer',
  outgoingNumber: '7',
};
const answersOf = async (number: string) =>
  (await store.get(number))?.messages.filter(({ from, notice }) => from === 'staff' && !notice) ?? [];

/** Eleven neighbours of one street, joined by a moderator; whoever is named in `changes` differs. */
async function aStreet(
  desk: ReturnType<typeof anAppealDesk>,
  changes: Readonly<Record<number, Partial<Appeal>>> = {},
) {
  const numbers: string[] = [];
  for (let at = 0; at < 11; at += 1) numbers.push(await aStored(changes[at]));
  const [leader = '', ...others] = numbers;
  for (const other of others) await store.change(other, { mergedInto: leader });
  desk.queued.length = 0;
  return { leader, others, numbers };
}

describe('one answer for eleven neighbours', () => {
  it('is eleven answers, each under its own number, with its own term', async () => {
    const desk = anAppealDesk(store);
    const { leader, others, numbers } = await aStreet(desk);
    const terms = await Promise.all(numbers.map(async (number) => (await store.get(number))?.dueAt));
    await desk.appeals.reply(leader, ANSWER, MODERATOR);
    expect(desk.queued.map(({ number }) => number).sort()).toEqual([...numbers].sort());
    for (const number of others) {
      const [answer, ...more] = await answersOf(number);
      expect(more).toEqual([]);
      expect(answer).toMatchObject({
        text: ANSWER.text,
        authorId: MODERATOR.id,
        outgoingNumber: '7',
        sharedFrom: leader,
        outboxKey: answerKey(number, 'answer'),
      });
    }
    const after = await Promise.all(numbers.map((number) => store.get(number)));
    expect(after.map((appeal) => appeal?.status)).toEqual(Array(11).fill('answered'));
    expect(after.map((appeal) => appeal?.dueAt)).toEqual(terms);
    expect(await store.withUnshared()).toEqual([]);
    expect(desk.audited.filter((action) => action === 'appeal.share-answer')).toHaveLength(10);
  });

  it('goes to nobody else unless that is asked for', async () => {
    const desk = anAppealDesk(store);
    const { leader } = await aStreet(desk);
    await desk.appeals.reply(leader, { ...ANSWER, toAll: false }, MODERATOR);
    expect(desk.queued.map(({ number }) => number)).toEqual([leader]);
  });

  it('leaves out who has been answered, has withdrawn, or is no business of the writer', async () => {
    const desk = anAppealDesk(store);
    const out = {
      3: { status: 'answered' },
      4: { status: 'withdrawn' },
      5: { departmentId: 'welfare' },
      6: { quarantine: 'easy-job' },
      7: { assigneeId: COLLEAGUE.id },
    } as const;
    const { leader, numbers } = await aStreet(desk, out);
    await desk.appeals.reply(leader, ANSWER, { ...MODERATOR, departmentIds: ['housing'] });
    expect(desk.queued.map(({ number }) => number).sort()).toEqual(
      numbers.filter((_, at) => at < 3 || at > 6),
    );
    expect((await store.get(numbers[7] ?? ''))?.assigneeId).toBe(COLLEAGUE.id);
  });

  it.each([0, 1, 5, 10])('reaches each once although the service dies at the %i-th', async (survived) => {
    let left = survived;
    const sent = new Set<string>();
    const desk = anAppealDesk(store, {
      answers: {
        queue: async ({ number }: Appeal, { id }) => {
          left -= 1;
          if (left === -1) throw new Error('the process is gone');
          sent.add(answerKey(number, id));
        },
      },
    });
    const { leader, numbers } = await aStreet(desk);
    const request = { ...ANSWER, requestId: `dies-${survived}` };
    await desk.appeals.reply(leader, request, MODERATOR).catch(() => undefined);
    // The process that comes after it knows only what is stored.
    await desk.appeals.shareAnswers();
    await desk.appeals.reply(leader, request, MODERATOR);
    expect(sent.size).toBe(11);
    for (const number of numbers) expect(await answersOf(number)).toHaveLength(1);
    expect(await store.withUnshared()).toEqual([]);
  });

  it('waits for one signature and then leaves in the head’s name', async () => {
    const desk = anAppealDesk(store, {
      policy: async () => ({ signatureRequired: true, signerIds: [], complaintsTo: 'ради' }),
    });
    const { leader, others, numbers } = await aStreet(desk);
    await desk.appeals.submitForSignature(leader, ANSWER, MODERATOR);
    expect(desk.queued).toEqual([]);
    await desk.appeals.sign(leader, { requestId: 'signed', outgoingNumber: '9' }, HEAD);
    expect(desk.queued.map(({ number }) => number).sort()).toEqual([...numbers].sort());
    expect((await answersOf(others[0] ?? ''))[0]).toMatchObject({ signedById: HEAD.id, outgoingNumber: '9' });
  });

  it('is shown on every page of the cluster with how far it came', async () => {
    const state = { status: 'delivered', code: null } as const;
    const desk = anAppealDesk(store, {
      messages: { states: async (keys) => new Map(keys.map((key) => [key, state])), lost: async () => [] },
    });
    const { leader, others } = await aStreet(desk);
    await desk.appeals.reply(leader, { ...ANSWER, requestId: 'seen' }, MODERATOR);
    for (const number of [leader, others[4] ?? '']) {
      const { joined } = await desk.appeals.beside(number, MODERATOR);
      expect(joined).toHaveLength(10);
      expect(joined.every(({ deliveryStates }) => deliveryStates.get('seen') === state)).toBe(true);
    }
  });
});
