import { atClock, dayAndMonth, legalDate } from '../../../domain/ukrainian-date.js';
import type { AppealPage } from '../../../services/appeals/appeals.js';
import {
  DIGEST_SECTIONS,
  type DigestPart,
  type DigestSection,
  type MorningDigest,
  PART_COUNT_MAX,
} from '../../../services/morning-digest/morning-digest.js';
import { appealHref, assigneeWords } from '../../appeals/queue/queue-model.js';
import type { WaitingModel } from '../../components/waiting-list.js';
import { APPEAL_STATUS_WORDS, ESCALATION_WORDS, subjectWords } from '../../words/appeal-words.js';
import type { CityDates } from '../../words/dates.js';
import { formatNumber, plural } from '../../words/plural.js';

/** Appeals under one heading. */
export interface DigestSectionModel {
  readonly heading: string;
  readonly items: readonly WaitingModel[];
  /** «і ще 12» */
  readonly more: string | undefined;
}

/** A morning's digest, ready to print or to send. */
export interface DigestModel {
  readonly day: string;
  /** «Ранковий огляд черги, 24 листопада 2026 року» */
  readonly title: string;
  readonly made: string;
  /** «Прострочено – 2, строк сьогодні – 3» */
  readonly summary: string;
  readonly callBacks: string | undefined;
  /** «Ви заміщуєте: Олена Коваль (до 5 грудня)» */
  readonly substituted: string | undefined;
  readonly sections: readonly DigestSectionModel[];
}

const HEADINGS: Readonly<Record<DigestSection, string>> = {
  escalated: 'Нагадування про строки',
  overdue: 'Прострочено',
  today: 'Строк сьогодні',
  soon: 'Строк у найближчі два робочі дні',
  unassigned: 'Нікому не призначено',
  lost: 'Відповідь не дійшла: зателефонуйте',
};
const RESIDENTS = { one: 'мешканець', few: 'мешканці', other: 'мешканців' };

/**
 * Words for what was kept of a morning.
 *
 * @param pages its appeals as they stand now
 * @param linkOf the address of an appeal's page, as the reader opens it
 */
export function digestModel(
  digest: MorningDigest,
  pages: readonly AppealPage[],
  dates: CityDates,
  linkOf: (path: string) => string = (path) => path,
): DigestModel {
  const byNumber = new Map(pages.map((page) => [page.appeal.number, page]));
  const filled = DIGEST_SECTIONS.filter((section) => digest.parts[section].count > 0);
  return {
    day: digest.day,
    title: `Ранковий огляд черги, ${legalDate(digest.day)}`,
    made: `Складено ${atClock(dates.clock(digest.madeAt))}; стан кожного звернення – теперішній.`,
    summary: summaryOf(digest, filled),
    callBacks:
      digest.callBackCount === 0
        ? undefined
        : `Просять зателефонувати: ${plural(digest.callBackCount, RESIDENTS)}. Номери – у «Моєму дні».`,
    substituted: substitutedWords(digest),
    sections: filled.map((section) => ({
      heading: HEADINGS[section],
      items: digest.parts[section].numbers.flatMap((number) => {
        const page = byNumber.get(number);
        return page ? [itemOf(page, section, dates, linkOf)] : [];
      }),
      more: moreWords(digest.parts[section]),
    })),
  };
}

function summaryOf({ parts }: MorningDigest, filled: readonly DigestSection[]): string {
  if (filled.length === 0) return 'Нічого не прострочено, найближчих строків немає, нових звернень теж.';
  const said = filled.map((section) => `${HEADINGS[section]} – ${countWords(parts[section])}`);
  return `${said.map((words, at) => (at === 0 ? words : words.toLowerCase())).join('; ')}.`;
}

function itemOf(
  page: AppealPage,
  section: DigestSection,
  dates: CityDates,
  linkOf: (path: string) => string,
): WaitingModel {
  const { number, subject, status, dueAt, escalation, accessLimit } = page.appeal;
  const details = [
    number,
    section === 'escalated' && escalation && ESCALATION_WORDS[escalation.stage],
    dueAt && `строк до ${dates.day(dueAt)}`,
    APPEAL_STATUS_WORDS[status].toLowerCase(),
    assigneeWords(page),
  ];
  return {
    href: linkOf(appealHref(number)),
    // It is printed and sent.
    title: accessLimit === undefined ? subjectWords(subject) : 'Звернення з обмеженим доступом',
    details: details.filter(Boolean).join(' · '),
  };
}

function moreWords({ count, numbers }: DigestPart): string | undefined {
  if (count <= numbers.length) return undefined;
  const more = formatNumber(count - numbers.length);
  return count < PART_COUNT_MAX ? `і ще ${more}` : `і ще щонайменше ${more}`;
}

function countWords({ count }: DigestPart): string {
  return count < PART_COUNT_MAX ? formatNumber(count) : `${PART_COUNT_MAX} або більше`;
}

function substitutedWords({ substituted }: MorningDigest): string | undefined {
  if (substituted.length === 0) return undefined;
  const names = substituted.map(({ name, until }) => `${name} (до ${dayAndMonth(until)})`);
  return `Ви заміщуєте: ${names.join(', ')}. Їхні звернення – серед ваших.`;
}
