import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../src/domain/role.js';
import { createPublicationImport } from '../../../../../src/services/publications/csv/import.js';
import { createPublications } from '../../../../../src/services/publications/service.js';
import { memoryPublications } from '../../../../support/memory-publications.js';
import { someTopics } from '../../../../support/some-topics.js';

const EDITOR: Actor = { kind: 'staff', id: 'editor', name: 'Олена', roles: ['editor'] };
const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));

/** The import over an empty register. */
function anImport() {
  const store = memoryPublications();
  const publications = createPublications({
    store,
    topics: someTopics,
    audit: { record: async () => {} },
    now: () => new Date('2021-04-01T06:00:00Z'),
    timeZone: 'Europe/Kyiv',
    nudge: () => undefined,
  });
  const timeZone = 'Europe/Kyiv';
  const csv = createPublicationImport({
    publications,
    store,
    topics: someTopics,
    allowLoopbackMedia: false,
    timeZone,
  });
  return { ...csv, publications };
}

const reasonsOf = async (...lines: string[]) =>
  (await anImport().plan(bytes(lines))).map(({ line, reason }) => [line, reason]);

describe('the dry run', () => {
  it.each([
    '31.02.2021',
    '2021-02-30',
    '25.13.2021',
    '25.03.2021 24:00',
    '25.03.2021 10:60',
    '25/03/2021',
    'вчора',
    '25.03.0021',
    '25.03.2221',
  ])('refuses %s as a moment, with its line', async (written) => {
    expect(await reasonsOf('назва;оприлюднено', 'Парк;25.03.2021', `Сквер;${written}`)).toEqual([
      [2, undefined],
      [3, 'Перевірте: оприлюднено.'],
    ]);
  });

  it('says every column that is wrong by its heading', async () => {
    const head = 'назва;вид;видавець;стадія;номер;дата акта;адреса;тема';
    expect(
      await reasonsOf(
        head,
        ';новина;;;;;;',
        'Рішення;акт;рада;рішення;;31.02.2021;;',
        'Наказ;акт;голова;рішення;1;01.03.2021;;',
        'Сквер;плакат;;;;;javascript:alert(1);погода',
      ),
    ).toEqual([
      [2, 'Перевірте: назва.'],
      [3, 'Перевірте: номер, дата акта.'],
      [4, 'Розпорядження видає лише міський голова, і нічого іншого, крім розпоряджень, він не видає.'],
      [5, 'Перевірте: вид, тема, адреса.'],
    ]);
  });

  it('counts a line with line ends in quotes by where it begins', async () => {
    const lines = await reasonsOf('назва;оприлюднено', '"Парк', 'і сквер";колись', 'Алея;колись');
    expect(lines.map(([line]) => line)).toEqual([2, 4]);
  });

  it('refuses a column that stands twice, whatever it is called the second time', async () => {
    await expect(reasonsOf('назва;дата;оприлюднено', 'Парк;01.03.2021;02.03.2021')).rejects.toMatchObject({
      code: 'csv.columns-twice',
      message: 'Стовпець «оприлюднено» у файлі двічі. Залиште один.',
    });
  });

  it('refuses a file without titles', async () => {
    await expect(reasonsOf('вид;дата', 'новина;01.03.2021')).rejects.toMatchObject({ code: 'csv.columns' });
  });
});

describe('the import', () => {
  it('keeps a formula as the text that it is', async () => {
    const { run, publications } = anImport();
    const formula = '=HYPERLINK("http://evil.example";"Натисніть")';
    await run(bytes(['назва', `"${formula.replaceAll('"', '""')}"`]), EDITOR);
    expect((await publications.list({ limit: 10 })).items.map(({ title }) => title)).toEqual([formula]);
  });

  it('takes the moment by the city’s clock, in winter and in summer', async () => {
    const { run, publications } = anImport();
    await run(
      bytes(['назва;оприлюднено', 'А;28.03.2021 02:59', 'Б;28.03.2021 04:00', 'В;2021-07-01']),
      EDITOR,
    );
    const moments = (await publications.list({ limit: 10 })).items.map(({ title, publishedAt }) => [
      title,
      publishedAt?.toISOString(),
    ]);
    expect(moments.sort()).toEqual([
      ['А', '2021-03-28T00:59:00.000Z'],
      ['Б', '2021-03-28T01:00:00.000Z'],
      ['В', '2021-06-30T21:00:00.000Z'],
    ]);
  });
});
