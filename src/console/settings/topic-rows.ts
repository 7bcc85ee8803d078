import { BUILT_IN_TOPICS } from '../../domain/topic.js';
import { TOPICS_MAX } from '../../services/topics/input.js';
import { formText } from '../forms.js';

/** A topic as it is typed. */
export interface TopicRow {
  /** '' in a row for a new one */
  readonly id: string;
  readonly uk: string;
  readonly en: string;
  /** `true` or `false`, as the choice sends it */
  readonly isHidden: string;
  /** Where it stands among the others, from 1 */
  readonly place: string;
}

const FIELDS = { id: 'id', uk: 'names.uk', en: 'names.en', isHidden: 'isHidden', place: 'place' } as const;

/** Name of a field of the row. */
export function topicField(at: number, field: keyof TopicRow): string {
  return `topics.items.${at}.${FIELDS[field]}`;
}

/** The rows of a form by the place they were given; a row whose names were cleared is gone. */
export function topicRows(form: FormData): readonly TopicRow[] {
  const rows: TopicRow[] = [];
  for (let at = 0; at < 2 * TOPICS_MAX && form.has(topicField(at, 'uk')); at += 1) {
    const text = (field: keyof TopicRow) => formText(form, topicField(at, field));
    const row = { id: text('id'), uk: text('uk'), en: text('en'), isHidden: text('isHidden') };
    if (row.uk !== '' || row.en !== '' || isBuiltIn(row.id))
      rows.push({ ...row, place: text('place') || String(at + 1) });
  }
  return rows.sort((one, other) => Number(one.place) - Number(other.place));
}

/** What the service takes; the id of a new topic comes from its English name: «Waste sorting» – `waste-sorting`. */
export function topicsOf(rows: readonly TopicRow[]) {
  return rows.map(({ id, uk, en, isHidden }) => ({
    id: id || slugOf(en),
    names: { uk, en },
    isHidden: isHidden === 'true',
  }));
}

/** Whether every city has it, so that it can only be hidden. */
export function isBuiltIn(id: string): boolean {
  return BUILT_IN_TOPICS.some((known) => known === id);
}

function slugOf(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 30);
}
