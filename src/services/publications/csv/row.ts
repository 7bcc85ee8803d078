import { actComplaint } from '../../../domain/act-rules.js';
import type { TopicInfo } from '../../../domain/topic.js';
import { isDay, localMoment } from '../../../lib/city-time.js';
import { topicComplaint } from '../../topics/topics.js';
import type { PublicationSchemas } from '../input.js';
import type { PublicationInput } from '../publications.js';
import type { CsvRecord } from './decode.js';
import {
  CSV_COLUMNS,
  CSV_EVENTS,
  CSV_ISSUERS,
  CSV_KINDS,
  CSV_STAGES,
  CSV_TOPICS,
  type CsvColumn,
  TOPIC_OF_KIND,
} from './words.js';

/** A line of the file as a publication, or what is wrong with it. */
export type CsvRow =
  | { readonly line: number; readonly title: string; readonly input: PublicationInput }
  | { readonly line: number; readonly title: string; readonly complaint: string };

/** What lines are read by. */
export interface CsvReading {
  readonly schema: PublicationSchemas['input'];
  readonly topics: readonly TopicInfo[];
  readonly timeZone: string;
}

/** `25.03.2021`, `25.03.2021 10:30`, `2021-03-25`, `2021-03-25T10:30`, by the city's clock. */
const WRITTEN =
  /^(?:(?<year>\d{4})-(?<month>\d\d)-(?<date>\d\d)|(?<d>\d\d?)\.(?<m>\d\d)\.(?<y>\d{4}))(?:[T ,]+(?<hour>\d\d?):(?<minute>\d\d)(?::\d\d)?)?$/;

/** Turns a record into what the register takes. */
export function toCsvRow({ line, fields }: CsvRecord, { schema, topics, timeZone }: CsvReading): CsvRow {
  const cell = (column: CsvColumn): string => fields[column]?.trim() ?? '';
  const title = cell('title');
  const kind = worded(CSV_KINDS, cell('kind') || 'news');
  const moment = (column: CsvColumn) => cell(column) && toMoment(cell(column), timeZone);
  const parsed = schema.safeParse(
    withoutEmpty(
      {
        kind,
        topic: cell('topic')
          ? worded(topicWords(topics), cell('topic'))
          : (TOPIC_OF_KIND[kind as 'act'] ?? 'news'),
        title,
        url: cell('url'),
        publishedAt: moment('publishedAt'),
        preparedBy: cell('preparedBy'),
        credit: cell('credit'),
        act: kind === 'act' ? actOf(cell) : undefined,
        event: cell('eventKind') ? eventOf(cell) : undefined,
        photos: cell('photo') ? [{ url: cell('photo'), alt: cell('alt') }] : undefined,
        text: undefined,
      },
      cell('text'),
    ),
  );
  if (!parsed.success) return { line, title, complaint: complaintOf(parsed.error.issues) };
  const complaint =
    topicComplaint([parsed.data.topic], topics) ?? actComplaint({ ...parsed.data, source: 'csv' })?.message;
  return complaint === undefined ? { line, title, input: parsed.data } : { line, title, complaint };
}

/** The short words of the built-in topics, and the names of all. */
function topicWords(topics: readonly TopicInfo[]): Readonly<Record<string, string>> {
  const names = topics.map(({ id, names: { uk } }) => [uk.toLocaleLowerCase('uk'), id]);
  return { ...CSV_TOPICS, ...Object.fromEntries(names) };
}

function actOf(cell: (column: CsvColumn) => string) {
  return withoutEmpty({
    issuer: worded(CSV_ISSUERS, cell('issuer')),
    stage: worded(CSV_STAGES, cell('stage')),
    number: cell('number'),
    date: toDay(cell('date')),
    discussionUntil: toDay(cell('discussionUntil')),
  });
}

function eventOf(cell: (column: CsvColumn) => string) {
  return {
    ...withoutEmpty({
      kind: worded(CSV_EVENTS, cell('eventKind')),
      name: cell('eventName') || cell('title'),
      nameLocative: cell('nameLocative'),
    }),
    inReport: /^(?:так|yes|true|1|\+)$/i.test(cell('inReport')),
  };
}

/** What the words of a cell stand for; the cell itself where nobody knows them: the schema says so. */
function worded(words: Readonly<Record<string, string>>, text: string): string {
  const lower = text.toLocaleLowerCase('uk');
  return Object.hasOwn(words, lower) ? (words[lower] ?? lower) : lower;
}

function toDay(text: string): string {
  const { year, month, date, d = '', m, y } = WRITTEN.exec(text)?.groups ?? {};
  if (year !== undefined) return `${year}-${month}-${date}`;
  return y === undefined ? text : `${y}-${m}-${d.padStart(2, '0')}`;
}

function toMoment(text: string, timeZone: string): string {
  const day = toDay(text);
  const { hour = '0', minute = '0' } = WRITTEN.exec(text)?.groups ?? {};
  if (!WRITTEN.test(text) || !isDay(day) || Number(hour) > 23 || Number(minute) > 59) return text;
  return localMoment(day, { hour: Number(hour), minute: Number(minute) }, timeZone).toISOString();
}

function withoutEmpty<T extends object>(fields: T, text?: string) {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return { ...Object.fromEntries(filled), ...(text === undefined ? {} : { text }) };
}

/** «вид, дата акта: перевірте» by the headings of the columns. */
function complaintOf(issues: readonly { readonly path: readonly PropertyKey[] }[]): string {
  const columns = issues.map(({ path }) => headingOf(path));
  return `Перевірте: ${[...new Set(columns)].join(', ')}.`;
}

function headingOf(path: readonly PropertyKey[]): string {
  const [first, second] = path;
  if (first === 'photos') return 'фото';
  const name =
    first === 'event' && second === 'kind'
      ? 'eventKind'
      : first === 'event' && second === 'name'
        ? 'eventName'
        : String(second ?? first);
  return name in CSV_COLUMNS ? CSV_COLUMNS[name as CsvColumn][0] : name;
}
