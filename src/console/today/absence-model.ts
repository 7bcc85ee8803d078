import { dayAndMonth } from '../../domain/ukrainian-date.js';
import { appealHref } from '../appeals/queue/queue-model.js';
import type { WaitingModel } from '../components/waiting-list.js';
import { APPEAL_STATUS_WORDS, subjectWords } from '../words/appeal-words.js';
import { plural } from '../words/plural.js';
import type { AbsenceFacts } from './absence-facts.js';

/** Whose work is also the viewer's, and what was done while they were away, in words. */
export interface AbsenceModel {
  /** «Олена Коваль (до 5 грудня)» */
  readonly substituted: readonly string[];
  readonly returned: { readonly words: string; readonly answered: readonly WaitingModel[] } | undefined;
}

const APPEALS = { one: 'звернення', few: 'звернення', other: 'звернень' };

export function absenceModel({ substituted, returned }: AbsenceFacts): AbsenceModel {
  return {
    substituted: substituted.map(({ name, to }) => `${name} (до ${dayAndMonth(to)})`),
    returned: returned && {
      words: returnedWords(returned),
      answered: returned.answered.map(({ appeal: { number, subject, status } }) => ({
        href: appealHref(number),
        title: subjectWords(subject),
        details: `${number} · ${APPEAL_STATUS_WORDS[status].toLowerCase()}`,
      })),
    },
  };
}

function returnedWords({
  absence: { from, to, substituteName },
  openCount,
  answered,
}: NonNullable<AbsenceFacts['returned']>): string {
  const days = `Вас не було з ${dayAndMonth(from)} до ${dayAndMonth(to)}, заміщення: ${substituteName}`;
  const open =
    openCount === 0 ? 'Відкритих звернень у вас немає' : `Зараз у вас у роботі ${plural(openCount, APPEALS)}`;
  const done = answered.length === 0 ? '' : ' Ось на що відповіли без вас:';
  return `${days}. ${open}.${done}`;
}
