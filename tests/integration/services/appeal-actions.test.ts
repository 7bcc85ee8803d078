import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
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

/** Registered on 20 November 2026, due on 21 December. */
async function aStored(changes: Partial<Appeal> = {}): Promise<string> {
  stored += 1;
  const number = `Н-2026-${String(stored).padStart(6, '0')}`;
  const subscriberId = `resident-${stored}`;
  await store.insert(anAppeal({ number, subscriberId, ...changes }), `inbox-${stored}`);
  return number;
}

const anonymous = { door: 'anonymous', applicant: undefined, dueAt: undefined } as const;
const refusedWith = (code: string) => ({ code: `appeal.${code}` });
const REQUIRED = async () => ({ signatureRequired: true, signerIds: [], complaintsTo: 'ради' });

describe('extending the term', () => {
  it('gives 45 days from registration and tells the citizen why and who decided', async () => {
    const { appeals, queued, audited } = anAppealDesk(store);
    const number = await aStored();
    const { appeal } = await appeals.extend(number, { reason: 'потрібне обстеження мережі' }, HEAD);
    expect(appeal.status).toBe('extended');
    expect(appeal.dueAt).toEqual(new Date('2027-01-04T21:59:59Z'));
    expect(queued).toEqual([
      {
        number,
        text: `Розгляд звернення ${number} продовжено до 4 січня 2027 року. Причина: потрібне обстеження мережі. Рішення прийняв(-ла): Начальниця відділу, Оксана МЕЛЬНИК.`,
      },
    ]);
    expect(appeal.history.at(-1)).toMatchObject({ status: 'extended', by: 'head', until: appeal.dueAt });
    expect(audited).toEqual(['appeal.extend']);
    await expect(appeals.extend(number, { reason: 'ще' }, HEAD)).rejects.toMatchObject(
      refusedWith('extended'),
    );
  });

  it('is decided by a head: a moderator names one', async () => {
    const { appeals } = anAppealDesk(store);
    const number = await aStored();
    const reason = 'обстеження';
    await expect(appeals.extend(number, { reason }, MODERATOR)).rejects.toMatchObject(refusedWith('decider'));
    await expect(
      appeals.extend(number, { reason, decidedBy: COLLEAGUE.id }, MODERATOR),
    ).rejects.toMatchObject(refusedWith('decider'));
    const { appeal } = await appeals.extend(number, { reason, decidedBy: HEAD.id }, MODERATOR);
    expect(appeal.history.at(-1)).toMatchObject({ by: 'head' });
  });

  it('is done once, however often the request is repeated', async () => {
    const { appeals } = anAppealDesk(store);
    const number = await aStored();
    const input = { reason: 'обстеження', requestId: 'same' };
    await appeals.extend(number, input, HEAD);
    const { appeal } = await appeals.extend(number, input, HEAD);
    expect(appeal.messages.filter(({ notice }) => notice === 'extended')).toHaveLength(1);
  });

  it.each([
    ['an anonymous message', anonymous, 'anonymous'],
    ['a withdrawn appeal', { status: 'withdrawn' }, 'withdrawn'],
    ['an answered appeal', { status: 'answered' }, 'finished'],
  ] as const)('is not for %s', async (_, changes, code) => {
    const { appeals, queued } = anAppealDesk(store);
    const number = await aStored(changes);
    await expect(appeals.extend(number, { reason: 'x' }, HEAD)).rejects.toMatchObject(refusedWith(code));
    expect(queued).toEqual([]);
  });
});

describe('joining appeals about the same', () => {
  it('keeps numbers and terms, and tells every citizen once how many neighbours wrote', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const [leader, first, second] = [await aStored(), await aStored(), await aStored()];
    await appeals.merge(first, leader, MODERATOR);
    await appeals.merge(second, first, MODERATOR);
    expect((await store.mergedInto(leader)).map(({ number }) => number).sort()).toEqual([first, second]);
    expect(queued.map(({ number }) => number).sort()).toEqual([leader, first, second].sort());
    expect(queued.find(({ number }) => number === second)?.text).toBe(
      `Про те саме написали й інші мешканці: 2 звернення. Ваш номер ${second} і строк відповіді 21 грудня 2026 року не змінилися.`,
    );
    const { ofCitizen, joined } = await appeals.beside(first, MODERATOR);
    expect([ofCitizen, joined.map((page) => page.appeal.number)]).toEqual([[], [leader, second]]);
  });

  it('says nothing of neighbours to somebody who wrote twice', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const own = { subscriberId: 'twice' };
    await appeals.merge(await aStored(own), await aStored(own), MODERATOR);
    expect(queued).toEqual([]);
  });

  it('can be undone, and never joins with itself or with nothing', async () => {
    const { appeals } = anAppealDesk(store);
    const [leader, joined] = [await aStored(), await aStored()];
    await appeals.merge(joined, leader, MODERATOR);
    expect((await appeals.separate(joined, MODERATOR)).appeal.mergedInto).toBeUndefined();
    await expect(appeals.merge(joined, joined, MODERATOR)).rejects.toMatchObject(refusedWith('merge-itself'));
    await expect(appeals.merge(joined, 'Н-2020-000001', MODERATOR)).rejects.toMatchObject(
      refusedWith('merge-unknown'),
    );
  });

  it('does not tell of a department that is not the moderator’s', async () => {
    const { appeals } = anAppealDesk(store);
    const [own, foreign] = [await aStored(), await aStored({ departmentId: 'welfare' })];
    const limited = { ...MODERATOR, departmentIds: ['housing'] };
    await expect(appeals.merge(own, foreign, limited)).rejects.toMatchObject(refusedWith('merge-unknown'));
    await appeals.merge(foreign, own, MODERATOR);
    expect((await appeals.beside(own, limited)).joined).toEqual([]);
  });
});

describe('saying no', () => {
  it('refuses with an answer that can be complained about', async () => {
    const { appeals } = anAppealDesk(store);
    const { appeal } = await appeals.reject(
      await aStored(),
      { as: 'refused', reason: 'Немає підстав.' },
      MODERATOR,
    );
    expect(appeal.status).toBe('refused');
    expect(appeal.messages.at(-1)).toMatchObject({ text: 'Немає підстав.', refusal: true });
  });

  it('returns without consideration, saying by which article and what can be done', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const number = await aStored();
    const reason = 'не вказано місця проживання.';
    const { appeal } = await appeals.reject(number, { as: 'returned', reason }, MODERATOR);
    expect(appeal.status).toBe('returned');
    expect(queued[0]?.text).toBe(
      `Звернення ${number} повернуто без розгляду: не вказано місця проживання, стаття 5 Закону України «Про звернення громадян». Що можна зробити: Доповніть звернення й надішліть його ще раз.`,
    );
  });

  it('is not for an anonymous message', async () => {
    const { appeals } = anAppealDesk(store);
    const number = await aStored(anonymous);
    await expect(appeals.reject(number, { as: 'returned', reason: 'x' }, HEAD)).rejects.toMatchObject(
      refusedWith('anonymous'),
    );
  });
});

describe('two who answer at once', () => {
  it('the second is shown the first answer, and sends only when they confirm', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const number = await aStored();
    await appeals.reply(number, { text: 'Перша', files: [], seen: 1 }, MODERATOR);
    const second = { text: 'Друга', files: [] };
    await expect(appeals.reply(number, { ...second, seen: 1 }, COLLEAGUE)).rejects.toMatchObject({
      ...refusedWith('new-messages'),
      newMessages: [{ text: 'Перша', authorId: 'moderator' }],
    });
    await appeals.reply(number, { ...second, seen: 2, takeOver: true }, COLLEAGUE);
    expect(queued.map(({ text }) => text)).toEqual(['Перша', 'Друга']);
  });

  it('is decided by the database where both looked at the same moment', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const number = await aStored();
    const answers = await Promise.allSettled(
      ['Одна', 'Інша'].map((text) =>
        appeals.reply(number, { text, files: [], seen: 1, takeOver: true }, HEAD),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(queued).toHaveLength(1);
  });
});

describe('an answer that the head signs', () => {
  it('is drafted by a moderator, signed with number and letter, and sent in the head’s name', async () => {
    const { appeals, queued } = anAppealDesk(store, { policy: REQUIRED });
    const number = await aStored();
    await expect(appeals.reply(number, { text: 'x', files: [] }, MODERATOR)).rejects.toMatchObject(
      refusedWith('signature'),
    );
    const waiting = await appeals.submitForSignature(number, { text: 'Замінили.', files: [] }, MODERATOR);
    expect([waiting.appeal.status, queued]).toEqual(['awaiting-signature', []]);
    await expect(appeals.sign(number, {}, MODERATOR)).rejects.toMatchObject({ kind: 'forbidden' });
    const letter = {
      fileId: 'f',
      kind: 'document',
      name: 'лист.pdf',
      contentType: 'application/pdf',
      sizeBytes: 1,
    } as const;
    const { appeal } = await appeals.sign(number, { files: [letter], outgoingNumber: '01-12/345' }, HEAD);
    expect(appeal).toMatchObject({ status: 'answered', toSign: undefined });
    expect(appeal.messages.at(-1)).toMatchObject({
      text: 'Замінили.',
      authorId: 'moderator',
      signedById: 'head',
      outgoingNumber: '01-12/345',
      files: [letter],
    });
    await expect(appeals.sign(number, {}, HEAD)).rejects.toMatchObject(refusedWith('nothing-to-sign'));
  });

  it('goes back with a remark that only colleagues see', async () => {
    const { appeals, queued } = anAppealDesk(store, { policy: REQUIRED });
    const number = await aStored();
    await appeals.submitForSignature(number, { text: 'Замінили.', files: [] }, MODERATOR);
    const { appeal } = await appeals.sendBack(number, 'Додайте дату', HEAD);
    expect(appeal).toMatchObject({ status: 'in-progress', toSign: undefined });
    expect(appeal.notes.at(-1)?.text).toBe('Повернуто з підпису: Додайте дату');
    expect(queued).toEqual([]);
  });
});

describe('a question to the citizen', () => {
  it('is asked in the dialogue’s words and the appeal waits for the answer', async () => {
    const { appeals, queued } = anAppealDesk(store);
    const number = await aStored();
    const { appeal } = await appeals.ask(number, { question: 'Який номер під’їзду?' }, MODERATOR);
    expect(appeal.status).toBe('needs-details');
    expect(queued[0]?.text).toBe(
      `Запитання щодо звернення ${number}: Який номер під’їзду? Напишіть відповідь тут.`,
    );
  });
});

describe('an appeal that is finished', () => {
  it('comes back to work with its old term', async () => {
    const { appeals } = anAppealDesk(store);
    const number = await aStored({ status: 'answered' });
    const { appeal } = await appeals.reopen(number, 'Заявник додав фото', MODERATOR);
    expect(appeal).toMatchObject({ status: 'in-progress', dueAt: new Date('2026-12-21T21:59:59Z') });
    expect(appeal.history.at(-1)).toMatchObject({ reason: 'Заявник додав фото' });
  });

  it('is not sent an answer with variables that nothing stands for', async () => {
    const { appeals } = anAppealDesk(store);
    const answer = { text: 'Шановний {ПІБ}!', files: [] };
    await expect(appeals.reply(await aStored(), answer, MODERATOR)).rejects.toMatchObject(
      refusedWith('unfilled'),
    );
  });
});

describe('giving an appeal to a colleague', () => {
  it('is kept in the history, and only for somebody who may work with it', async () => {
    const { appeals } = anAppealDesk(store, {
      colleague: async (id) => ({
        ...COLLEAGUE,
        id,
        departmentIds: [id === 'limited' ? 'welfare' : 'housing'],
      }),
    });
    const number = await aStored();
    const { appeal } = await appeals.assign(number, 'colleague', MODERATOR);
    expect(appeal).toMatchObject({ assigneeId: 'colleague', status: 'in-progress' });
    expect(appeal.history.at(-1)).toMatchObject({ assigneeId: 'colleague', by: 'moderator' });
    await expect(appeals.assign(number, 'limited', MODERATOR)).rejects.toMatchObject(
      refusedWith('assignee-elsewhere'),
    );
  });
});

describe('what is no appeal by law', () => {
  const request = { number: 'З-2026-000005', dueAt: new Date('2026-11-27T21:59:59Z') };
  const comment = { number: 'П-2026-000007', commentsOn: 'draft', dueAt: undefined };

  it('a request for information is refused, never returned, and extended to twenty working days', async () => {
    const { appeals } = anAppealDesk(store);
    await aStored(request);
    const reason = 'Інформація з обмеженим доступом.';
    await expect(appeals.reject(request.number, { as: 'returned', reason }, HEAD)).rejects.toMatchObject(
      refusedWith('request-returned'),
    );
    const { appeal } = await appeals.extend(request.number, { reason: 'великий обсяг' }, HEAD);
    expect(appeal.dueAt).toEqual(new Date('2026-12-18T21:59:59Z'));
    expect((await appeals.reject(request.number, { as: 'refused', reason }, HEAD)).appeal.status).toBe(
      'refused',
    );
  });

  it('a comment on a draft is neither extended, sent on nor refused, and may be closed without an answer', async () => {
    const { appeals } = anAppealDesk(store);
    await aStored(comment);
    const { number } = comment;
    const letter = { addressee: 'Служба', letterNumber: '7', letterDay: '2026-11-23' };
    for (const act of [
      () => appeals.extend(number, { reason: 'ще' }, HEAD),
      () => appeals.forwardOutside(number, letter, HEAD),
      () => appeals.reject(number, { as: 'refused', reason: 'ні' }, HEAD),
    ])
      await expect(act()).rejects.toMatchObject(refusedWith('draft-comment'));
    expect((await appeals.close(number, 'explained', HEAD)).appeal.status).toBe('closed');
  });
});

describe('saying what an appeal is', () => {
  it('changes its topic and its nature, once, and leaves its department', async () => {
    const { appeals, audited } = anAppealDesk(store);
    const number = await aStored({ category: 'other' });
    const said = { category: 'roads', nature: 'complaint' } as const;
    const { appeal } = await appeals.classify(number, said, MODERATOR);
    expect(appeal).toMatchObject({ ...said, departmentId: 'housing' });
    await appeals.classify(number, said, MODERATOR);
    expect(audited).toEqual(['appeal.classify']);
    const found = await appeals.list({ category: 'roads', limit: 10 }, MODERATOR);
    expect(found.items.map((page) => page.appeal.number)).toContain(number);
  });

  it('knows natures of appeals only', async () => {
    const { appeals } = anAppealDesk(store);
    await aStored({ number: 'З-2026-000015' });
    await expect(appeals.classify('З-2026-000015', { nature: 'complaint' }, MODERATOR)).rejects.toMatchObject(
      refusedWith('nature'),
    );
  });
});
