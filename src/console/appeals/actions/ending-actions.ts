import { VERDICTS, type Verdict } from '../../../domain/appeal.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Resolution } from '../../../services/appeals/appeals.js';
import { REASON_MAX } from '../../../services/appeals/input.js';
import { formText } from '../../forms.js';
import { RESOLUTION_WORDS } from '../../words/appeal-words.js';
import { written } from '../submission.js';
import type { Actions } from './actions.js';

/** How the work on an appeal ends, and begins again. */
export const ENDING_ACTIONS = {
  close: {
    done: 'Звернення закрито.',
    perform: ({ appeals }, { number, form, actor }) => appeals.close(number, resolutionOf(form), actor),
  },
  reopen: {
    done: 'Звернення повернуто в роботу. Строк відповіді не змінився.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.reopen(number, written(form, 'reopenReason', REASON_MAX), actor),
  },
  reject: {
    done: 'Рішення надсилається заявнику.',
    perform: ({ appeals }, { number, form, actor, id: requestId }) =>
      appeals.reject(
        number,
        {
          as: form.get('as') === 'returned' ? 'returned' : 'refused',
          reason: written(form, 'rejectReason', REASON_MAX),
          article: form.get('article') === '8' ? 8 : 5,
          advice: formText(form, 'advice') || undefined,
          requestId,
        },
        actor,
      ),
  },
  review: {
    done: 'Рішення надсилається заявнику.',
    perform: ({ appeals }, { number, form, actor, id: requestId }) =>
      appeals.review(
        number,
        {
          decision: form.get('decision') === 'reopened' ? 'reopened' : 'upheld',
          reason: written(form, 'reviewReason', REASON_MAX),
          requestId,
        },
        actor,
      ),
  },
  consider: {
    done: 'Записано. Так стоятиме в таблиці зауважень.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.consider(
        number,
        { verdict: verdictOf(form), reason: formText(form, 'considerReason').slice(0, REASON_MAX) },
        actor,
      ),
  },
} as const satisfies Actions;

function resolutionOf(form: FormData): Resolution {
  const given = form.get('resolution');
  const known = (Object.keys(RESOLUTION_WORDS) as Resolution[]).find((resolution) => resolution === given);
  if (known) return known;
  throw new Refusal('invalid', 'appeal.resolution', 'Оберіть, чим завершено розгляд.');
}

function verdictOf(form: FormData): Verdict {
  const known = VERDICTS.find((verdict) => verdict === form.get('verdict'));
  if (known) return known;
  throw new Refusal('invalid', 'appeal.verdict', 'Оберіть, чи враховано зауваження.');
}
