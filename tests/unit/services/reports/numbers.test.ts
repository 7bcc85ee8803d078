import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holidayById } from '../../../../src/domain/holidays/calendar.js';
import type { MonthFacts } from '../../../../src/domain/report/facts.js';
import type { Figure } from '../../../../src/domain/report/pieces.js';
import { MATERIAL_KINDS, type MaterialKind } from '../../../../src/domain/report/publication-lists.js';
import { SERVICE } from '../../../../src/domain/role.js';
import type { ReportView } from '../../../../src/services/reports/reports.js';
import { DEFAULT_SETTINGS } from '../../../../src/services/settings/defaults.js';
import { memoryReports } from '../../../support/memory-reports.js';
import { RANDOM_MONTH, randomMonth } from '../../../support/random-month.js';

const NUMBER_RUNS = 25;
const kinds = fc.subarray<MaterialKind>([...MATERIAL_KINDS], { minLength: 1 });

/** Reports of that month over facts that a test may change. */
function reportsOf(facts: () => MonthFacts, materialKinds: readonly MaterialKind[], saysWhenEmpty = false) {
  const report = { ...DEFAULT_SETTINGS.report, materialKinds: [...materialKinds], saysWhenEmpty };
  return memoryReports({
    facts: async () => facts(),
    settings: { get: async () => ({ ...DEFAULT_SETTINGS, report }) },
    namesOf: async () => new Map(),
    findHolidays: async (ids) => ids.flatMap((id) => holidayById(id) ?? []),
    now: () => RANDOM_MONTH.until,
    subscribers: async () => {
      const { subscriberCounts } = facts();
      return (['telegram', 'viber'] as const).flatMap((channel) =>
        Array.from({ length: subscriberCounts[channel] }, (_, index) => ({
          id: `${channel}${index}`,
          channel,
          since: RANDOM_MONTH.from,
        })),
      );
    },
  });
}

const read = (facts: MonthFacts, materialKinds: readonly MaterialKind[] = MATERIAL_KINDS, says = false) =>
  reportsOf(() => facts, materialKinds, says).read(RANDOM_MONTH.month, 'current', SERVICE, true);

function figuresOf({ report }: ReportView): Figure[] {
  return report.paragraphs.flatMap(({ pieces }) => pieces.filter((piece) => typeof piece !== 'string'));
}
const printed = ({ paper }: ReportView) => paper.paragraphs.map(({ text }) => text);
const numberIn = (text: string) => Number(text.replaceAll('\u00A0', ''));
const starting = (view: ReportView, words: string) =>
  printed(view).find((text) => text.startsWith(words)) ?? '';

/** «А – 5, б – 7» → 12 */
function sumAfter(words: string, text: string): number {
  const [, parts = ''] = new RegExp(`${words} ([^.;]*)`, 'u').exec(text) ?? [];
  return [...parts.matchAll(/ – ([\d\u00A0]+)/g)].reduce((sum, [, part = '']) => sum + numberIn(part), 0);
}

/** The form of a noun by the school rule, without the tables that the report uses. */
function form(count: number, one: string, few: string, many: string): string {
  const [tens, ones] = [count % 100, count % 10];
  if (tens >= 11 && tens <= 14) return many;
  if (ones === 1) return one;
  return ones >= 2 && ones <= 4 ? few : many;
}

describe('a month of any numbers', () => {
  it('prints each number as the length of the list it opens', async () => {
    await fc.assert(
      fc.asyncProperty(randomMonth, kinds, fc.boolean(), async (facts, materialKinds, says) => {
        const view = await read(facts, materialKinds, says);
        for (const { key, count, text } of figuresOf(view)) {
          expect([key, view.report.lists[key]?.length]).toEqual([key, count]);
          if (/^\d/.test(text)) expect([key, numberIn(text)]).toEqual([key, count]);
        }
        for (const [key, count] of Object.entries(view.report.counts))
          expect([key, view.report.lists[key]?.length]).toEqual([key, count]);
      }),
      { numRuns: NUMBER_RUNS },
    );
  });

  it('names videos by whose they are, also where the settings do not count them as materials', async () => {
    await fc.assert(
      fc.asyncProperty(randomMonth, kinds, async (facts, materialKinds) => {
        const credited = facts.publications.filter(({ kind, credit }) => kind === 'video' && credit);
        const { counts } = (await read(facts, materialKinds)).report;
        const named = Object.entries(counts).filter(([key]) => key.startsWith('videos.'));
        expect(named.reduce((sum, [, count]) => sum + count, 0)).toBe(credited.length);
      }),
      { numRuns: NUMBER_RUNS },
    );
  });

  it('has parts that add up, as printed and as checked before signing', async () => {
    await fc.assert(
      fc.asyncProperty(randomMonth, kinds, async (facts, materialKinds) => {
        const view = await read(facts, materialKinds);
        const { counts } = view.report;
        expect(view.problems.disagreements).toEqual([]);
        expect(sumAfter('У тому числі:', starting(view, 'Підготовлено'))).toBe(counts.materials);
        expect(sumAfter('У тому числі:', starting(view, 'Оприлюднено'))).toBe(counts.acts);
        expect(sumAfter('надано:', starting(view, 'До ЗМІ надано:'))).toBe(counts.media);
        const appeals = starting(view, 'Отримано');
        expect(sumAfter('з них', appeals)).toBe(counts.appeals);
        expect(sumAfter('Із \\d+ звернен[ьн]я?:', appeals)).toBe(counts['appeals.official']);
        expect(sumAfter('Найчастіші питання:', appeals)).toBe(counts.appeals);
        expect(sumAfter('Оцінили відповідь – \\d+:', appeals)).toBe(counts.ratings);
      }),
      { numRuns: NUMBER_RUNS },
    );
  });

  it('reads as Ukrainian: forms that agree, nothing doubled, nothing left open', async () => {
    await fc.assert(
      fc.asyncProperty(randomMonth, fc.boolean(), async (facts, says) => {
        const view = await read(facts, MATERIAL_KINDS, says);
        const text = printed(view).join('\n');
        expect(text).not.toMatch(/undefined|null|NaN|[{}]| {2}| [.,;:)]|[,;:]\.|– 0|, *\n|\.\./);
        const { materials = 0, acts = 0, photo = 0, appeals = 0 } = view.report.counts;
        const nouns = [
          [materials, form(materials, 'новину або', 'новини та інші', 'новин та інших')],
          [acts, form(acts, 'нормативний акт або', 'нормативні акти та', 'нормативних актів та')],
          [photo, form(photo, 'матеріал із', 'матеріали з', 'матеріалів із')],
          [appeals, form(appeals, 'звернення та', 'звернення та', 'звернень та')],
        ] as const;
        for (const [count, noun] of nouns) if (count > 0) expect(text).toContain(` ${count} ${noun} `);
      }),
      { numRuns: NUMBER_RUNS },
    );
  });

  it('tells after signing which numbers have changed, with exactly the rows that came and went', async () => {
    await fc.assert(
      fc.asyncProperty(randomMonth, fc.nat(), async (facts, pick) => {
        let now: MonthFacts = { ...facts, publications: facts.publications.map(withLocative) };
        const reports = reportsOf(() => now, MATERIAL_KINDS);
        const { month } = RANDOM_MONTH;
        const signer = { ...SERVICE, roles: ['head'] } as const;
        for (const key of (await reports.read(month, 'current', signer)).problems.unconfirmed)
          await reports.confirm(month, key, true, signer);
        await reports.sign(month, undefined, signer);
        const signed = await reports.read(month, 'newest', signer);
        expect(signed.discrepancies).toEqual([]);
        const gone = now.publications[pick % Math.max(1, now.publications.length)];
        now = { ...now, publications: now.publications.filter((one) => one !== gone) };
        const after = await reports.read(month, 'newest', signer);
        expect(after.paper).toEqual(signed.paper);
        const changed = Object.entries(signed.report.lists).filter(([, rows]) =>
          rows.some(({ id }) => id === gone?.id),
        );
        expect(after.discrepancies.map(({ key }) => key).sort()).toEqual(changed.map(([key]) => key).sort());
        for (const { added, removed, signedCount, count } of after.discrepancies)
          expect([added.length, removed.map(({ id }) => id), signedCount - count]).toEqual([
            0,
            [gone?.id],
            1,
          ]);
      }),
      { numRuns: NUMBER_RUNS },
    );
  });
});

/** Events are signed once somebody has entered their form. */
function withLocative(one: MonthFacts['publications'][number]): MonthFacts['publications'][number] {
  return { ...one, event: one.event && { ...one.event, nameLocative: 'у семінарі' } };
}
