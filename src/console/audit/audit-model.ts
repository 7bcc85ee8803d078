import { shortened } from '../../lib/shortened.js';
import type { AuditEntry } from '../../services/audit/chain.js';
import type { ChainReport } from '../../services/audit/reading.js';
import type { NoticeModel } from '../components/notice.js';
import { APPEAL_STATUS_WORDS } from '../words/appeal-words.js';
import { AUDIT_ACTION_WORDS, AUDIT_FIELD_WORDS, CHAIN_FAULT_WORDS } from '../words/audit-words.js';
import { BROADCAST_STATUS_WORDS } from '../words/broadcast-words.js';
import type { CityDates } from '../words/dates.js';
import { plural } from '../words/plural.js';
import { ROLE_WORDS } from '../words/staff-words.js';
import { type Difference, differencesOf } from './differences.js';

/** One line of the book as the page shows it. */
export interface AuditLineModel {
  readonly seq: number;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly subject: string;
  /** Where the subject can be looked at */
  readonly subjectHref: string | undefined;
  readonly differences: readonly Difference[];
}

/** Names of people and units by id. */
export type Names = ReadonlyMap<string, string>;

/** Longer values are cut; the file has them whole. */
const VALUE_MAX = 300;
const LINES = { one: 'запис', few: 'записи', other: 'записів' };

const PAGES: Readonly<Record<string, string>> = {
  appeal: '/appeals',
  broadcast: '/broadcasts',
  publication: '/publications',
  feed: '/feeds',
  'canned-reply': '/settings/replies',
  faq: '/settings/faq',
};

/** What was done to all of them, or leaves nothing behind: such a line leads nowhere. */
const WITHOUT_PAGE = /\.(?:remove|export)$/;

/** A line in plain words. */
export function auditLine(entry: AuditEntry, names: Names, dates: CityDates): AuditLineModel {
  const [area = ''] = entry.action.split('.');
  const page = WITHOUT_PAGE.test(entry.action) ? undefined : PAGES[area];
  return {
    seq: entry.seq,
    when: dates.moment(entry.at),
    who: actorName(entry, names),
    what: AUDIT_ACTION_WORDS[entry.action] ?? entry.action,
    subject: names.get(entry.subject) ?? entry.subject,
    subjectHref: page && `${page}/${encodeURIComponent(entry.subject)}`,
    differences: differencesOf(entry.before, entry.after).map(({ path, before, after }) => ({
      path: fieldWords(path),
      before: before === undefined ? undefined : valueWords(before, area, names),
      after: after === undefined ? undefined : valueWords(after, area, names),
    })),
  };
}

/** Who did it, also in the file. */
export function actorName({ actorKind, actorId }: AuditEntry, names: Names): string {
  if (actorKind === 'system') return 'Вісник';
  return names.get(actorId) ?? (actorKind === 'token' ? 'Токен API' : 'Колишній працівник');
}

/** What the check of the book has found. */
export function chainNotice({ count, broken, brokenCount, lastHash }: ChainReport): NoticeModel {
  if (brokenCount === 0)
    return {
      tone: 'ok',
      text: `Ланцюг цілий: перевірено ${plural(count, LINES)}. Контрольна сума останнього: ${lastHash ?? '–'}. Запишіть її окремо: за нею видно, чи не відрізали кінець журналу.`,
    };
  const named = broken.map(({ seq, fault }) => `№ ${seq}: ${CHAIN_FAULT_WORDS[fault]}`).join('; ');
  const more = brokenCount > broken.length ? ` Показано перші ${broken.length}.` : '';
  return {
    tone: 'bad',
    text: `Ланцюг порушено: ${plural(brokenCount, LINES)} з ${count} не сходяться. ${named}.${more} Хтось змінював базу даних повз Вісник.`,
  };
}

function fieldWords(path: string): string {
  return AUDIT_FIELD_WORDS[path.split('.').at(-1) ?? ''] ?? path;
}

function valueWords(value: string, area: string, names: Names): string {
  const statuses: Readonly<Record<string, string>> =
    area === 'appeal' ? APPEAL_STATUS_WORDS : BROADCAST_STATUS_WORDS;
  const known = names.get(value) ?? statuses[value];
  return known ?? shortened(value.split(', ').map(roleWords).join(', '), VALUE_MAX);
}

function roleWords(word: string): string {
  return (ROLE_WORDS as Readonly<Record<string, string>>)[word] ?? word;
}
