import { subscriberNumbers } from '../../domain/report/audience-lists.js';
import { composeReport, reportTitle } from '../../domain/report/compose.js';
import { definitionsOf } from '../../domain/report/definitions.js';
import type { MonthFacts } from '../../domain/report/facts.js';
import { listsOf } from '../../domain/report/lists.js';
import { lastDayOf, type MonthBounds, type ReportMonth } from '../../domain/report/month.js';
import type { GreetedHoliday } from '../../domain/report/paragraph.js';
import { namedEvents } from '../../domain/report/publication-lists.js';
import { namesOn } from '../../domain/report/wording.js';
import type { SettingsValues } from '../settings/input.js';
import type { ReportMarksStore } from './ports.js';
import type { MonthReport } from './reports.js';

/** Writes the report as it would read now. */
export function composeMonth(input: {
  readonly month: ReportMonth;
  readonly bounds: MonthBounds;
  readonly facts: MonthFacts;
  readonly settings: SettingsValues['report'];
  readonly marks: Awaited<ReturnType<ReportMarksStore['get']>>;
  readonly holidays: readonly GreetedHoliday[];
}): MonthReport {
  const { month, bounds, facts, settings, marks, holidays } = input;
  const names = namesOn(settings.names, lastDayOf(month));
  const lists = listsOf(facts, settings.materialKinds, bounds.until);
  const counts = Object.fromEntries([
    ...[...lists].map(([key, rows]) => [key, rows.length] as const),
    ...subscriberNumbers(facts.subscriberCounts),
  ]);
  const paragraphs = composeReport({
    month,
    names,
    counts,
    events: namedEvents(facts.publications).flatMap(({ event }) => event ?? []),
    holidays,
    verdicts: new Map(marks.verdicts.map((verdict) => [verdict.key, verdict])),
    sentences: marks.sentences.map(({ id, after, text }) => ({ id, after, text })),
    saysWhenEmpty: settings.saysWhenEmpty,
  });
  return {
    month,
    title: reportTitle(month, names),
    paragraphs,
    signer: { signerPost: names.signerPost, signerName: names.signerName },
    counts,
    lists: Object.fromEntries(lists),
    definitions: definitionsOf(settings.materialKinds),
  };
}
