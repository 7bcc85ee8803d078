import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markdownOf } from '../../../src/domain/report/paper.js';
import { textOf } from '../../../src/domain/report/pieces.js';
import { SERVICE } from '../../../src/domain/role.js';
import { MARCH_2021_COUNTS, MARCH_2021_MARKDOWN } from '../../support/march-2021.js';
import { anActor, aReportWorld } from '../../support/report-world.js';

const EDITOR = anActor('editor');
const HEAD = anActor('head');

describe('the demonstration month in a database', () => {
  let world: Awaited<ReturnType<typeof aReportWorld>>;
  beforeAll(async () => {
    world = await aReportWorld();
    await world.seedMonths();
  });
  afterAll(() => world.close());

  const read = () => world.reports.read('2021-03', 'newest', SERVICE);
  async function theLast(): Promise<string> {
    const { items } = await world.publications.list({ limit: 1, text: 'Підсумки березня' });
    if (!items[0]) throw new Error('the last news of March is gone');
    return items[0].id;
  }

  it('renders the example byte for byte', async () => {
    const { paper } = await read();
    expect(markdownOf(paper)).toBe(
      `${MARCH_2021_MARKDOWN}\n\nНачальник відділу ____________\n1 квітня 2021 року\n`,
    );
  });

  it('opens every number as a list of exactly so many rows', async () => {
    const { report } = await world.reports.read('2021-03', 'newest', SERVICE, true);
    for (const { pieces } of report.paragraphs)
      for (const piece of pieces)
        if (typeof piece !== 'string') {
          expect(report.lists[piece.key]).toHaveLength(piece.count);
          expect(MARCH_2021_COUNTS[piece.key]).toBe(piece.count);
        }
    expect(new Set(report.lists.materials?.map(({ id }) => id)).size).toBe(465);
  });

  it('stands beside the month before', async () => {
    const { previous } = await read();
    expect([previous.materials, previous.acts, previous.photo]).toEqual([432, 237, 79]);
  });

  it('seeded twice, it is the same month', async () => {
    const before = (await read()).hash;
    await world.seedMonths();
    expect((await read()).hash).toBe(before);
  });

  it('prints the right noun once an item moves to April, and the old text when it comes back', async () => {
    const id = await theLast();
    await world.publications.change(id, { publishedAt: new Date('2021-03-31T21:00:00Z') }, EDITOR);
    const { report } = await read();
    const moved = report.paragraphs.find(({ key }) => key === 'materials');
    expect(textOf(moved?.pieces ?? [])).toContain('464 новини та інші інформаційні матеріали.');
    await world.publications.change(id, { publishedAt: new Date('2021-03-31T20:59:59Z') }, EDITOR);
    expect(markdownOf((await read()).paper)).toContain(MARCH_2021_MARKDOWN);
  });

  it('keeps what was signed, tells what has changed since, and needs a new signature for a new version', async () => {
    const signature = await world.reports.sign('2021-03', (await read()).hash, HEAD);
    expect(signature).toMatchObject({ version: 1, by: 'head' });
    expect((await read()).discrepancies).toEqual([]);

    await world.publications.change(
      await theLast(),
      { publishedAt: new Date('2021-04-01T09:00:00Z') },
      EDITOR,
    );
    const signed = await read();
    expect(markdownOf(signed.paper)).toContain('465 новин та інших інформаційних матеріалів');
    expect(signed.report.lists.materials).toHaveLength(465);
    const [materials] = signed.discrepancies;
    expect(materials).toMatchObject({ key: 'materials', signedCount: 465, count: 464, added: [] });
    expect(materials?.removed.map(({ title }) => title)).toEqual(['Підсумки березня']);

    world.moveTo('2021-04-05T09:00:00Z');
    expect(await world.reports.sign('2021-03', undefined, HEAD)).toMatchObject({ version: 2 });
    const again = await read();
    expect(again.discrepancies).toEqual([]);
    expect(markdownOf(again.paper)).toContain('464 новини та інші інформаційні матеріали');
    expect(again.paper.signature.date).toBe('5 квітня 2021 року');
    const first = await world.reports.read('2021-03', 1, SERVICE, true);
    expect(first.report.lists.subscribers).toHaveLength(4218);
    expect(markdownOf(first.paper)).toContain(MARCH_2021_MARKDOWN);
    expect(first.hash).toBe(signature.hash);
  });

  it('does not pass off as signed what somebody has changed in the database', async () => {
    const report = Buffer.from('{}');
    await world.connection.collection('signedReports').updateOne({ version: 1 }, { $set: { report } });
    await expect(world.reports.read('2021-03', 1, SERVICE)).rejects.toThrow();
  });
});
