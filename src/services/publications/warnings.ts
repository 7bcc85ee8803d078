import { type DraftNotice, draftNotice } from '../../domain/draft-notice.js';
import { pluralForm } from '../../domain/plural.js';
import type { Publication } from '../../domain/publication.js';
import { legalDate } from '../../domain/ukrainian-date.js';
import type { WorkingCalendar } from '../../domain/working-days.js';
import { localDay } from '../../lib/city-time.js';
import type { PublicationWarning } from './publications.js';

/** What the warnings are found from, beside the publication. */
export interface WarningFacts {
  readonly now: Date;
  readonly timeZone: string;
  /** Another act of this issuer and stage has its number */
  readonly isNumberTaken: boolean;
}

/** What an editor should know of a publication, before it appears too. */
export function warningsOf(publication: Publication, facts: WarningFacts): PublicationWarning[] {
  const { kind, act, photos } = publication;
  const warnings: (PublicationWarning | false | undefined)[] = [
    kind === 'act' &&
      !act && {
        code: 'act.missing',
        message:
          'Впишіть, хто видав акт, стадію, номер і дату: без них він не потрапить до розподілу у звіті.',
      },
    lateDraft(publication, facts),
    facts.isNumberTaken && {
      code: 'act.number-taken',
      message: 'Акт цього видавця з таким номером уже є в реєстрі. Перевірте номер.',
    },
    kind === 'event-report' &&
      photos.every(({ status }) => status === 'failed') && {
        code: 'event-report.no-photo',
        message: 'Без фото цей звіт не рахується серед матеріалів із фотографіями.',
      },
    photos.some(({ status }) => status === 'failed') && {
      code: 'photo.failed',
      message: 'Не всі фото вдалося отримати. Перевірте їхні адреси.',
    },
    photos.some(({ alt }) => alt === '') && {
      code: 'photo.no-alt',
      message: 'Опишіть кожне фото словами: опис чутимуть ті, хто не бачить.',
    },
  ];
  return warnings.filter((warning) => warning !== false && warning !== undefined);
}

/** A draft that would be public for too few days; one not published yet, if it were published now. */
function lateDraft(
  { act, publishedAt }: Publication,
  { now, timeZone }: WarningFacts,
): PublicationWarning | undefined {
  if (act?.stage !== 'draft') return undefined;
  const notice = draftNotice(localDay(publishedAt ?? now, timeZone), act.date);
  if (!notice.isBreached) return undefined;
  return { code: 'act.draft-too-late', message: lateSentence(notice, act.date) };
}

const FULL_DAYS = {
  one: 'повний робочий день',
  few: 'повні робочі дні',
  other: 'повних робочих днів',
};

/** Why a count by hand may give another number: said only when it does. */
const CALENDAR_WORDS: Readonly<Record<WorkingCalendar, (otherDays: number) => string>> = {
  'martial-law': (otherDays) =>
    ` Під час воєнного стану святкові дні робочі, тож ураховано й їх; за звичайним календарем було б ${otherDays}.`,
  ordinary: (otherDays) =>
    ` Святкові дні вихідні, тож їх не враховано; за правилами воєнного стану, коли вони робочі, було б ${otherDays}.`,
};

function lateSentence(notice: DraftNotice, sessionOn: string): string {
  const { calendar, fullDays, otherCalendarDays, requiredDays, earliestSessionOn } = notice;
  const days = `${fullDays} ${pluralForm('uk', FULL_DAYS, fullDays)}`;
  const otherwise = otherCalendarDays === fullDays ? '' : CALENDAR_WORDS[calendar](otherCalendarDays);
  return (
    `Порушення строку: до розгляду ${legalDate(sessionOn)} лише ${days}, ` +
    `а закон вимагає оприлюднити проєкт не пізніш як за ${requiredDays} робочих днів. ` +
    `Найближчий законний день розгляду – ${legalDate(earliestSessionOn)}.${otherwise}`
  );
}
