import { MISSING_DETAILS, type MissingDetail } from '../../../domain/appeal.js';
import { Refusal } from '../../../domain/refusal.js';
import { REASON_MAX } from '../../../services/appeals/input.js';
import { formText, list } from '../../forms.js';
import { written } from '../submission.js';
import { typedDay } from '../typed-day.js';
import type { Actions } from './actions.js';

/** What is asked of the citizen before the answer: details, and time. */
export const ASKING_ACTIONS = {
  ask: {
    done: 'Запитання надсилається заявнику.',
    perform: ({ appeals }, { number, form, actor, id: requestId }) =>
      appeals.ask(number, { question: written(form, 'question', REASON_MAX), requestId }, actor),
  },
  'request-details': {
    done: 'Прохання доповнити надсилається заявнику.',
    perform: ({ appeals }, { number, form, actor, id: requestId }) =>
      appeals.requestDetails(
        number,
        { missing: missingOf(form), until: typedDay(form, 'detailsUntil'), requestId },
        actor,
      ),
  },
  extend: {
    done: 'Строк продовжено, заявника повідомлено.',
    perform: ({ appeals }, { number, form, actor, id: requestId }) =>
      appeals.extend(
        number,
        {
          reason: written(form, 'extendReason', REASON_MAX),
          decidedBy: formText(form, 'decidedBy') || undefined,
          requestId,
        },
        actor,
      ),
  },
} as const satisfies Actions;

/** @throws {Refusal} invalid: nothing is chosen */
function missingOf(form: FormData): readonly MissingDetail[] {
  const chosen = list(form, 'missing');
  const missing = MISSING_DETAILS.filter((detail) => chosen.includes(detail));
  if (missing.length > 0) return missing;
  throw new Refusal('invalid', 'appeal.missing', 'Позначте, чого бракує.');
}
