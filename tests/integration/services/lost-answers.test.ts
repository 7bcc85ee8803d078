import { Types } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import type { DeliveryStatus } from '../../../src/domain/delivery.js';
import type { Actor } from '../../../src/domain/role.js';
import type { Appeals } from '../../../src/services/appeals/appeals.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { messageModel } from '../../../src/storage/outbox/message-model.js';
import { createMessageStore } from '../../../src/storage/outbox/message-store.js';
import { anAppealDesk, COLLEAGUE, HEAD, MODERATOR, MONDAY } from '../../support/appeal-desk.js';
import { anAppeal } from '../../support/console/builders.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let appeals: Appeals;
let audited: readonly string[];
let stored = 0;

beforeAll(async () => {
  database = await aDatabase();
  await ensureIndexes(database.connection);
  const messages = createMessageStore(
    database.connection,
    () => MONDAY,
    () => {},
  );
  ({ appeals, audited } = anAppealDesk(createAppealStore(database.connection), { messages }));
});
afterAll(() => database.close());

/** An appeal with one answer, which ended like this. */
async function anAnswered(status: DeliveryStatus, changes: Partial<Appeal> = {}): Promise<string> {
  stored += 1;
  const number = `Н-2026-${String(stored).padStart(6, '0')}`;
  const appeal = anAppeal({ number, subscriberId: new Types.ObjectId().toHexString(), ...changes });
  const store = createAppealStore(database.connection);
  await store.insert({ ...appeal, messages: [...appeal.messages, answer(number, 'answer')] }, number);
  await ends(number, 'answer', status);
  return number;
}

function answer(number: string, id: string) {
  const outboxKey = `answer:${number}:${id}`;
  return {
    id,
    from: 'staff',
    authorId: 'moderator',
    text: 'Зроблено.',
    files: [],
    at: MONDAY,
    outboxKey,
  } as const;
}

/** What the messenger made of a message; 3 hours ago, unless told otherwise. */
async function ends(number: string, id: string, status: DeliveryStatus, daysAgo = 0): Promise<void> {
  const key = `answer:${number}:${id}`;
  const fields = {
    channel: 'telegram',
    address: '42',
    locale: 'uk',
    lane: 'reply',
    appealNumber: number,
  } as const;
  await messageModel(database.connection).updateOne(
    { key },
    {
      $set: { status, code: null, at: new Date(MONDAY.getTime() - daysAgo * 86_400_000 - 10_800_000) },
      $setOnInsert: {
        ...fields,
        subscriberId: new Types.ObjectId(),
        content: { kind: 'text', text: 'Зроблено.' },
      },
    },
    { upsert: true },
  );
}

async function listed(viewer: Actor, whose: 'own' | 'everybody' = 'own') {
  return (await appeals.lostAnswers(whose, viewer)).map(({ page }) => page.appeal.number);
}

describe('answers that no messenger brought', () => {
  it('are listed by due date while nobody has told the citizen otherwise', async () => {
    const later = await anAnswered('unknown', { dueAt: new Date('2026-12-25T21:59:59Z') });
    const blocked = await anAnswered('unreachable', { dueAt: new Date('2026-12-01T21:59:59Z') });
    const failed = await anAnswered('failed', { dueAt: new Date('2026-12-03T21:59:59Z') });
    await anAnswered('delivered');
    await anAnswered('sent');
    expect(await listed(MODERATOR)).toEqual([blocked, failed, later]);

    const call = { messageId: 'answer', note: 'Розповіла телефоном.' };
    const { appeal } = await appeals.recordCall(failed, call, MODERATOR);
    expect(appeal.notes.at(-1)?.text).toBe('Повідомлено поза месенджером. Розповіла телефоном.');
    expect(audited.at(-1)).toBe('appeal.call');
    expect(await listed(MODERATOR)).toEqual([blocked, later]);
    await expect(appeals.recordCall(failed, call, COLLEAGUE)).rejects.toMatchObject({
      code: 'appeal.no-call',
    });
  });

  it('are the assignee’s to tell, and nobody else’s list shows them', async () => {
    const number = await anAnswered('failed', { assigneeId: MODERATOR.id });
    expect(await listed(MODERATOR)).toContain(number);
    expect(await listed(COLLEAGUE)).not.toContain(number);
    expect(await listed(COLLEAGUE, 'everybody')).toContain(number);
  });

  it('do not exist for somebody limited to other departments', async () => {
    const number = await anAnswered('failed');
    const outsider = { ...MODERATOR, departmentIds: ['elsewhere'] };
    expect(await listed(outsider, 'everybody')).toEqual([]);
    await expect(
      appeals.recordCall(number, { messageId: 'answer', note: 'Подзвонив.' }, outsider),
    ).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('are no task once they turn out to have arrived, or a later answer has', async () => {
    const late = await anAnswered('unknown');
    const again = await anAnswered('failed');
    expect(await listed(HEAD)).toEqual(expect.arrayContaining([late, again]));
    await ends(late, 'answer', 'delivered');
    const store = createAppealStore(database.connection);
    await store.change(again, { message: answer(again, 'second') });
    await ends(again, 'second', 'delivered');
    const left = await listed(HEAD);
    expect(left).not.toContain(late);
    expect(left).not.toContain(again);
  });

  it('are forgotten after 90 days, and none is lost behind the anonymous door', async () => {
    const old = await anAnswered('failed');
    await ends(old, 'answer', 'failed', 91);
    const anonymous = await anAnswered('failed', { door: 'anonymous', applicant: undefined });
    const left = await listed(HEAD, 'everybody');
    expect(left).not.toContain(old);
    expect(left).not.toContain(anonymous);
  });

  it('are told of only by those who answer citizens', async () => {
    const number = await anAnswered('failed');
    await expect(
      appeals.recordCall(number, { messageId: 'answer', note: 'Подзвонив.' }, { ...HEAD, roles: ['viewer'] }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
