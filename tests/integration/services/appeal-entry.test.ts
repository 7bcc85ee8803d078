import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppealEntry } from '../../../src/services/appeals/entering.js';
import { NIZHYN_DEPARTMENTS } from '../../../src/services/appeals/nizhyn-departments.js';
import { registerReceived } from '../../../src/services/appeals/register.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createReadMonthFacts } from '../../../src/storage/reports/report-facts.js';
import { anAppealDesk, MODERATOR, MONDAY } from '../../support/appeal-desk.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let store: AppealStore;

beforeAll(async () => {
  database = await aDatabase();
  store = createAppealStore(database.connection);
  await ensureIndexes(database.connection);
  await store.beginWithDepartments(NIZHYN_DEPARTMENTS);
});
afterAll(() => database.close());

function aLetter(changes: Partial<AppealEntry> = {}): AppealEntry {
  return {
    channel: 'paper',
    nature: 'complaint',
    applicant: { fullName: 'Коваль Ірина Петрівна', residence: 'м. Ніжин, вул. Гоголя, 3' },
    coApplicants: [],
    category: 'lighting',
    text: 'Не горить ліхтар біля школи',
    files: [],
    requestId: randomUUID(),
    ...changes,
  };
}

describe('an appeal that staff enter', () => {
  it('gets a number of the register, the department of its topic and the term of the law', async () => {
    const { appeals, audited, queued } = anAppealDesk(store);
    const { appeal } = await appeals.enter(aLetter({ incomingNumber: '1457' }), MODERATOR);
    expect(appeal).toMatchObject({
      number: expect.stringMatching(/^Н-2026-\d{6}$/),
      channel: 'paper',
      nature: 'complaint',
      departmentId: await store.departmentFor('lighting'),
      status: 'registered',
      registeredAt: MONDAY,
      incomingNumber: '1457',
      dueAt: new Date('2026-12-23T21:59:59Z'),
      history: [
        { status: 'received', at: MONDAY, by: MODERATOR.id },
        { status: 'registered', at: MONDAY, by: MODERATOR.id },
      ],
    });
    expect(await store.get(appeal.number)).toMatchObject({ channel: 'paper', nature: 'complaint' });
    expect([audited, queued]).toEqual([['appeal.enter'], []]);
  });

  it('is entered once, however often the same form is sent', async () => {
    const { appeals, audited } = anAppealDesk(store);
    const letter = aLetter({ requestId: 'same' });
    const [first, second] = [await appeals.enter(letter, MODERATOR), await appeals.enter(letter, MODERATOR)];
    expect(second.appeal.number).toBe(first.appeal.number);
    expect(audited).toEqual(['appeal.enter']);
  });

  it('came on a Saturday: the term runs from Monday; 31 January ends in February', async () => {
    const monday = new Date('2026-02-02T09:00:00Z');
    const { appeals } = anAppealDesk(store, { clocks: { now: () => monday, real: () => monday } });
    const { appeal } = await appeals.enter(
      aLetter({ receivedAt: new Date('2026-01-31T10:00:00Z') }),
      MODERATOR,
    );
    expect(appeal.registeredAt).toEqual(new Date('2026-02-02T06:00:00Z'));
    expect(appeal.dueAt).toEqual(new Date('2026-03-02T21:59:59Z'));
  });

  it('waits for a person to register it where the office does so, unless it has its number already', async () => {
    const { appeals } = anAppealDesk(store, { registrationMode: async () => 'by-person' });
    const waiting = await appeals.enter(aLetter(), MODERATOR);
    expect(waiting.appeal.status).toBe('received');
    const numbered = await appeals.enter(aLetter({ incomingNumber: '1458' }), MODERATOR);
    expect(numbered.appeal.status).toBe('registered');
  });

  it('came after hours: the office registers it when it opens', async () => {
    const evening = new Date('2026-11-23T18:00:00Z');
    const { appeals } = anAppealDesk(store, { clocks: { now: () => evening, real: () => evening } });
    const { appeal } = await appeals.enter(aLetter({ channel: 'phone' }), MODERATOR);
    expect(appeal.status).toBe('received');
    await registerReceived({ store, mode: async () => 'automatic' }, new Date('2026-11-24T06:00:00Z'));
    expect((await store.get(appeal.number))?.status).toBe('registered');
  });

  it.each([
    ['tomorrow', '2026-11-24T09:00:00Z'],
    ['two years ago', '2024-11-23T09:00:00Z'],
  ])('did not come %s', async (_, receivedAt) => {
    const { appeals } = anAppealDesk(store);
    await expect(
      appeals.enter(aLetter({ receivedAt: new Date(receivedAt) }), MODERATOR),
    ).rejects.toMatchObject({ code: 'appeal.received-at' });
  });

  it('is not entered by somebody who only reads', async () => {
    const { appeals } = anAppealDesk(store);
    await expect(appeals.enter(aLetter(), { ...MODERATOR, roles: ['viewer'] })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('is answered on paper: the answer is kept, and nothing goes to the outbox, not even later', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const { appeal } = await appeals.enter(aLetter({ channel: 'reception' }), MODERATOR);
    const reply = { text: 'Ліхтар відремонтовано.', files: [], outgoingNumber: '01-12/7', requestId: 'r' };
    await appeals.reply(appeal.number, reply, MODERATOR);
    const repeated = await appeals.reply(appeal.number, reply, MODERATOR);
    expect(repeated.appeal.status).toBe('answered');
    expect(repeated.appeal.messages.at(-1)).toMatchObject({ outgoingNumber: '01-12/7' });
    expect(repeated.appeal.messages.filter(({ from }) => from === 'staff')).toHaveLength(1);
    expect(repeated.appeal.messages.at(-1)?.outboxKey).toBeUndefined();
    expect([queued, await store.withUnqueued()]).toEqual([[], []]);
  });

  it('has no other appeals of a person beside it: nobody knows who wrote what', async () => {
    const { appeals } = anAppealDesk(store);
    const { appeal } = await appeals.enter(aLetter(), MODERATOR);
    await appeals.enter(aLetter(), MODERATOR);
    expect((await appeals.beside(appeal.number, MODERATOR)).ofCitizen).toEqual([]);
  });
});

describe('a collective appeal', () => {
  it('is found by anybody who signed it, and the report counts them without their names', async () => {
    const { appeals } = anAppealDesk(store);
    const coApplicants = [
      { fullName: 'Шевчук Богдан Іванович', residence: 'вул. Богуна, 5' },
      { fullName: 'Яременко Ніна', residence: '' },
    ];
    const { appeal } = await appeals.enter(aLetter({ coApplicants }), MODERATOR);
    const { items } = await appeals.list({ q: 'Яременко', limit: 10, cursor: undefined }, MODERATOR);
    expect(items.map((found) => found.appeal.number)).toEqual([appeal.number]);
    const november = { from: new Date('2026-11-01T00:00:00Z'), until: new Date('2026-12-01T00:00:00Z') };
    const facts = await createReadMonthFacts(database.connection)(november);
    const row = facts.appeals.find(({ number }) => number === appeal.number);
    expect(row?.applicants).toBe(3);
    expect(JSON.stringify(row)).not.toContain('Яременко');
  });
});
