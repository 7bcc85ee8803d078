import { topicKey } from '../domain/report/appeal-lists.js';
import { APPEAL_TOPICS, OTHER_TOPIC } from '../domain/report/appeal-topics.js';
import { OUTCOMES } from '../domain/report/appeals-paragraph.js';
import { ACT_WORDS, KIND_WORDS } from '../domain/report/nouns.js';
import { kindKey, MATERIAL_KINDS, WITHOUT_PHOTO_KEY } from '../domain/report/publication-lists.js';
import type { ReportRow } from '../domain/report/rows.js';
import { groupBy } from '../lib/group-by.js';
import type { MonthReport } from '../services/reports/reports.js';

type Lists = MonthReport['lists'];

/** One table of an appendix. */
export interface AppendixGroup {
  /** In the genitive plural where a number follows: «новин – 221» */
  readonly title: string;
  readonly rows: readonly ReportRow[];
}

export interface Appendix {
  readonly title: string;
  readonly groups: readonly AppendixGroup[];
}

/** What the appendices list, in their order; a part without rows is left out. */
export function appendicesOf(lists: Lists): readonly Appendix[] {
  return [
    { title: 'Матеріали за видами', groups: [...kinds(lists)] },
    {
      title: 'Нормативні акти за органом і стадією',
      groups: ACT_WORDS.map(([key, title]) => ({ title, rows: lists[key] ?? [] })),
    },
    { title: 'Заходи й матеріали з фотографіями за підрозділами', groups: byDepartment(lists) },
    { title: 'Привітання', groups: [{ title: 'привітань', rows: greetings(lists) }] },
    { title: 'Звернення за питаннями і строком', groups: byTopic(lists) },
  ].map(({ title, groups }) => ({ title, groups: groups.filter(({ rows }) => rows.length > 0) }));
}

function kinds(lists: Lists): AppendixGroup[] {
  const titles: [key: string, title: string][] = [
    ...MATERIAL_KINDS.flatMap((kind): [string, string][] =>
      kind === 'event-report' ? [] : [[kindKey(kind), KIND_WORDS[kind]]],
    ),
    ['photo', 'звітів про заходи з фотографіями'],
    [WITHOUT_PHOTO_KEY, 'звітів про заходи без фотографій'],
  ];
  return titles
    .map(([key, title]) => ({ title, rows: lists[key] ?? [] }))
    .sort((a, b) => b.rows.length - a.rows.length);
}

/** A row that stands in several lists is named once. */
function byDepartment(lists: Lists): AppendixGroup[] {
  const rows = ['photo', 'public-council', 'events'].flatMap((key) => lists[key] ?? []);
  const once = [...new Map(rows.map((row) => [row.id, row])).values()];
  return [...groupBy(once, ({ note }) => note ?? 'підрозділ не вказано')]
    .map(([title, some]) => ({ title, rows: some.map((row) => ({ ...row, note: null })) }))
    .sort((a, b) => a.title.localeCompare(b.title, 'uk'));
}

function greetings(lists: Lists): readonly ReportRow[] {
  const rows = Object.entries(lists).flatMap(([key, some]) => (key.startsWith('greetings.') ? some : []));
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort((a, b) => a.at.localeCompare(b.at));
}

/** What a citizen wrote stays out of it: the words of a subject may name somebody. */
function byTopic(lists: Lists): AppendixGroup[] {
  const states: Parts = [...OUTCOMES, ['appeals.anonymous', 'анонімне повідомлення']];
  const terms: Parts = [
    ['appeals.in-time', 'у строк'],
    ['appeals.late', 'прострочено'],
  ];
  const said = (parts: Parts) => {
    const words = new Map(parts.flatMap(([key, word]) => (lists[key] ?? []).map(({ id }) => [id, word])));
    return (id: string) => words.get(id);
  };
  const [stateOf, termOf] = [said(states), said(terms)];
  return [...APPEAL_TOPICS, { id: OTHER_TOPIC, words: 'інше' }].map(({ id, words }) => ({
    title: words,
    rows: (lists[topicKey(id)] ?? []).map((row) => ({
      ...row,
      title: `№\u00A0${row.id}`,
      href: null,
      note: [stateOf(row.id), termOf(row.id)].filter((word) => word !== undefined).join(', '),
    })),
  }));
}

type Parts = readonly (readonly [key: string, words: string])[];
