import { describe, expect, it } from 'vitest';
import { remarksDocx } from '../../../src/documents/remarks-table.js';
import { remarkOf } from '../../../src/domain/remarks.js';
import { anAppeal, NOW } from '../../support/console/builders.js';
import { openWord } from '../../support/word-file.js';

const judged = (verdict: 'taken' | 'partly' | 'rejected', reason: string) => ({
  consideration: { verdict, reason, by: 'moderator', at: NOW },
});
const comments = [
  anAppeal({ number: 'П-2026-000001', ...judged('taken', '') }),
  anAppeal({ number: 'П-2026-000002', door: 'private', ...judged('rejected', 'Суперечить закону') }),
  anAppeal({ number: 'П-2026-000003', accessLimit: { signs: ['позиції'], by: 'system', at: NOW } }),
];
const table = { title: 'Про бюджет <2027>', discussionUntil: '2026-12-07', remarks: comments.map(remarkOf) };

describe('the table of comments on a draft act', () => {
  it('has every comment with its author, words, verdict and reason', async () => {
    const { paragraphs, document } = await openWord(await remarksDocx(table));
    const texts = paragraphs.map(({ text }) => text);
    expect(texts.slice(0, 8)).toEqual([
      'Зауваження і пропозиції до проєкту акта',
      'Про бюджет <2027>',
      'Обговорення тривало до 7 грудня 2026 року.',
      '№',
      'Автор',
      'Зміст зауваження',
      'Чи враховано',
      'Обґрунтування',
    ]);
    expect(texts.slice(8, 15)).toEqual([
      '1',
      'Іваненко Марія Петрівна',
      'П-2026-000001',
      'Добрий день. Уже тиждень не світить ліхтар біля під’їзду.',
      'Увечері тут ходять діти.',
      'Враховано',
      '',
    ]);
    expect(texts).toContain('Суперечить закону');
    expect(texts.at(-1)).toBe('Усього – 3: враховано – 1, не враховано – 1, ще не розглянуто – 1.');
    expect(document).toContain('<w:tblHeader/>');
  });

  it('names neither whoever asked not to be made public nor what must stay hidden', async () => {
    const { document } = await openWord(await remarksDocx({ ...table, remarks: table.remarks.slice(1) }));
    expect(document).toContain('автор просив не оприлюднювати');
    expect(document).toContain('обмежений доступ');
    expect(document).not.toMatch(/Іваненко|ліхтар/);
  });

  it('says that there were none', async () => {
    const { paragraphs } = await openWord(await remarksDocx({ ...table, remarks: [] }));
    expect(paragraphs.map(({ text }) => text)).toContain('Зауважень і пропозицій не надходило.');
  });
});
