import { Refusal } from '../../../domain/refusal.js';
import { localDay } from '../../../lib/city-time.js';
import { BULK_MAX } from '../../../services/appeals/bulk.js';
import {
  ADDRESSEE_MAX,
  appealNumber,
  OUTGOING_NUMBER_MAX,
  PHONE_MAX,
} from '../../../services/appeals/input.js';
import { formText, list } from '../../forms.js';
import { written } from '../submission.js';
import { typedDay } from '../typed-day.js';
import type { Actions } from './actions.js';

/** Whose an appeal becomes, and which others it goes together with. */
export const MOVING_ACTIONS = {
  take: {
    done: 'Звернення взято в роботу.',
    perform: ({ appeals }, { number, actor }) => appeals.take(number, actor),
  },
  assign: {
    done: 'Виконавця призначено.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.assign(number, formText(form, 'assignee'), actor, {
        evenIfAway: form.get('evenIfAway') === 'yes',
      }),
  },
  forward: {
    done: 'Звернення передано.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.forward(number, formText(form, 'department'), actor),
  },
  'forward-outside': {
    done: 'Звернення надіслано за належністю, заявника повідомлено.',
    perform: ({ appeals, clocks, timeZone }, { number, form, actor, id: requestId }) =>
      appeals.forwardOutside(
        number,
        {
          addressee: written(form, 'addressee', ADDRESSEE_MAX),
          letterNumber: written(form, 'letterNumber', OUTGOING_NUMBER_MAX),
          letterDay: typedDay(form, 'letterDay') ?? localDay(clocks.now(), timeZone),
          phone: formText(form, 'addresseePhone').slice(0, PHONE_MAX) || undefined,
          requestId,
        },
        actor,
      ),
  },
  merge: {
    done: 'Звернення об’єднано, заявників повідомлено.',
    perform: ({ appeals }, { number, form, actor }) => appeals.merge(number, typedNumber(form), actor),
  },
  gather: {
    done: 'Звернення об’єднано, заявників повідомлено.',
    perform: ({ appeals }, { number, form, actor }) => appeals.gather(number, chosenNumbers(form), actor),
  },
  separate: {
    done: 'Звернення від’єднано.',
    perform: ({ appeals }, { number, actor }) => appeals.separate(number, actor),
  },
} as const satisfies Actions;

function typedNumber(form: FormData): string {
  const parsed = appealNumber.safeParse(formText(form, 'into').toUpperCase());
  if (parsed.success) return parsed.data;
  throw new Refusal(
    'invalid',
    'appeal.number',
    'Напишіть номер звернення повністю, наприклад Н-2026-000123.',
  );
}

/** @throws {Refusal} invalid: nothing is chosen */
function chosenNumbers(form: FormData): readonly string[] {
  const chosen = list(form, 'with').filter((number) => appealNumber.safeParse(number).success);
  if (chosen.length > 0) return chosen.slice(0, BULK_MAX);
  throw new Refusal('invalid', 'appeal.none-chosen', 'Позначте звернення, які треба об’єднати.');
}
