import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import type { Subscriber } from '../../../src/domain/subscriber.js';
import type { AppealStore } from '../../../src/services/appeals/store.js';
import type { DialogueEffect } from '../../../src/services/dialogue/ports.js';
import { carryOut, type EffectDeps } from '../../../src/services/intake/effects.js';
import type { InboxRow } from '../../../src/services/intake/store.js';
import { createAppealStore } from '../../../src/storage/appeals/appeal-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { anOffice } from '../../support/an-office.js';
import { anAppealDesk, HEAD, MODERATOR, MONDAY } from '../../support/appeal-desk.js';
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

/** Registered on 20 November 2026, due on 21 December. */
async function aStored(changes: Partial<Appeal> = {}): Promise<string> {
  stored += 1;
  const number = `Н-2026-${String(stored).padStart(6, '0')}`;
  await store.insert(anAppeal({ number, ...changes }), `inbox-${stored}`);
  return number;
}

/** The resident does this at Monday noon. */
async function resident(id: string, effect: DialogueEffect): Promise<void> {
  const register = {
    store,
    office: async () => anOffice(),
    mode: async () => 'automatic' as const,
    routing: async () => [],
  };
  // Only what effects on an appeal ask for.
  const deps = { appeals: store, register } as unknown as EffectDeps;
  const row = { id, receivedAt: MONDAY } as InboxRow;
  await carryOut([effect], {} as Subscriber, row, deps);
}

const refusedWith = (code: string) => ({ code: `appeal.${code}` });

describe('sending an appeal to whom it concerns', () => {
  const LETTER = {
    addressee: 'Служба відновлення та розвитку інфраструктури у Чернігівській області',
    letterNumber: '01-12/345',
    letterDay: '2026-11-23',
  };

  it('tells the citizen whom to expect the answer from, by which letter', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const number = await aStored();
    const letter = { ...LETTER, phone: '(0462) 67-60-20' };
    const { appeal } = await appeals.forwardOutside(number, letter, MODERATOR);
    expect(appeal.status).toBe('forwarded');
    expect(appeal.history.at(-1)).toMatchObject({ status: 'forwarded', outside: letter });
    expect(queued.map(({ text }) => text)).toEqual([
      `Звернення ${number} надіслано за належністю: ${LETTER.addressee}. Це питання належить до повноважень цієї установи (стаття 7 Закону України «Про звернення громадян»). Лист від 23 листопада 2026 року № 01-12/345. Відповідь надасть вона. Телефон: (0462) 67-60-20.`,
    ]);
    expect((await appeals.close(number, 'explained', MODERATOR)).appeal.status).toBe('closed');
  });

  it('is not dated before the appeal or after today, and not done with an anonymous message', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const number = await aStored();
    for (const letterDay of ['2026-11-19', '2026-11-24'])
      await expect(appeals.forwardOutside(number, { ...LETTER, letterDay }, MODERATOR)).rejects.toMatchObject(
        refusedWith('letter-day'),
      );
    const signal = await aStored({ door: 'anonymous', applicant: undefined, dueAt: undefined });
    await expect(appeals.forwardOutside(signal, LETTER, MODERATOR)).rejects.toMatchObject(
      refusedWith('anonymous'),
    );
    expect(queued).toEqual([]);
  });
});

describe('asking for what an appeal lacks', () => {
  it('names it and the day, and goes on when the citizen writes', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const number = await aStored();
    const asked = await appeals.requestDetails(number, { missing: ['residence', 'place'] }, MODERATOR);
    expect(asked.appeal.status).toBe('needs-details');
    expect(asked.appeal.history.at(-1)?.until).toEqual(new Date('2026-12-03T21:59:59Z'));
    expect(queued.map(({ text }) => text)).toEqual([
      `Щоб розглянути звернення ${number}, бракує: місця проживання, точного місця. Напишіть це тут до 3 грудня 2026 року.`,
    ]);
    await resident('added', { kind: 'addToAppeal', number, text: 'вул. Гоголя, 1', files: [] });
    expect((await store.get(number))?.status).toBe('in-progress');
  });

  it('waits no shorter than until today', async () => {
    const { appeals } = anAppealDesk(store);
    await expect(
      appeals.requestDetails(await aStored(), { missing: ['place'], until: '2026-11-22' }, MODERATOR),
    ).rejects.toMatchObject(refusedWith('details-day'));
  });
});

describe('an answer that did not help', () => {
  async function aRated(): Promise<string> {
    const number = await aStored({ status: 'answered' });
    await resident(`rate-${number}`, { kind: 'rateAppeal', number, rating: 'unsolved', comment: undefined });
    return number;
  }

  it('goes to the controller with a day, and restarts nothing', async () => {
    const { appeals } = anAppealDesk(store);
    const number = await aRated();
    await resident('why', { kind: 'rateAppeal', number, rating: 'unsolved', comment: 'Не світить' });
    await resident('photo', { kind: 'addToAppeal', number, text: 'Ось', files: [] });
    const appeal = await store.get(number);
    expect(appeal).toMatchObject({
      status: 'answered',
      rating: 'unsolved',
      dueAt: new Date('2026-12-21T21:59:59Z'),
      review: { askedAt: MONDAY, until: new Date('2026-11-26T21:59:59Z') },
    });
    expect(appeal?.history.filter(({ review }) => review === 'asked')).toHaveLength(1);
    expect(appeal?.messages.map(({ text }) => text).slice(1)).toEqual(['Не світить', 'Ось']);
    expect((await appeals.underReview(HEAD)).map((page) => page.appeal.number)).toContain(number);
    const elsewhere = { ...HEAD, departmentIds: ['welfare'] };
    expect(await appeals.underReview(elsewhere)).toEqual([]);
  });

  it('stands, or goes back to work, as the controller decides and tells', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const [upheld, reopened] = [await aRated(), await aRated()];
    await appeals.review(upheld, { decision: 'upheld', reason: 'ліхтар світить з 20 листопада' }, HEAD);
    await appeals.review(reopened, { decision: 'reopened', reason: 'Бригада приїде ще раз' }, HEAD);
    expect(await store.get(upheld)).toMatchObject({ status: 'answered', review: undefined });
    expect(await store.get(reopened)).toMatchObject({
      status: 'in-progress',
      review: undefined,
      dueAt: new Date('2026-12-21T21:59:59Z'),
    });
    expect(queued.map(({ text }) => text)).toEqual([
      `Перевірили, як розглянуто ${upheld}. Відповідь не змінюємо: ліхтар світить з 20 листопада.`,
      `Перевірили, як розглянуто ${reopened}. Повертаємо в роботу: Бригада приїде ще раз.`,
    ]);
    await expect(
      appeals.review(upheld, { decision: 'upheld', reason: 'ще раз' }, HEAD),
    ).rejects.toMatchObject(refusedWith('no-review'));
  });

  it('is not decided by the moderator who wrote it', async () => {
    const { appeals } = anAppealDesk(store);
    const review = { decision: 'upheld', reason: 'усе гаразд' } as const;
    await expect(appeals.review(await aRated(), review, MODERATOR)).rejects.toMatchObject(
      refusedWith('reviewer'),
    );
  });

  it('is closed when the citizen says that it helped after all', async () => {
    const number = await aRated();
    await resident('helped', { kind: 'rateAppeal', number, rating: 'solved', comment: undefined });
    expect(await store.get(number)).toMatchObject({ status: 'closed', review: undefined });
  });
});
