import { Refusal } from '../../../domain/refusal.js';
import type { Classification } from '../../../services/appeals/classifying.js';
import { classifyInput, REASON_MAX } from '../../../services/appeals/input.js';
import { formText } from '../../forms.js';
import { typedOfficeNumber, written } from '../submission.js';
import { typedRegistration } from '../typed-day.js';
import type { Actions } from './actions.js';

/** For how long somebody can be blocked, in days. */
export const BLOCK_DAYS = [7, 30, 90, 365] as const;

/** What is done with an appeal that has come: entered into the register, sorted, kept from strangers’ eyes. */
export const ARRIVAL_ACTIONS = {
  register: {
    done: 'Звернення зареєстровано.',
    async perform({ appeals, timeZone, clocks }, { number, form, actor, id: requestId }) {
      const { appeal } = await appeals.get(number, actor);
      const registeredAt = typedRegistration(form, appeal.receivedAt, clocks.now(), timeZone);
      const incomingNumber = typedOfficeNumber(form, 'incomingNumber');
      await appeals.register(number, { incomingNumber, registeredAt, requestId }, actor);
    },
  },
  classify: {
    done: 'Тему й вид записано.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.classify(number, typedClassification(form), actor),
  },
  release: {
    done: 'Позначено зверненням. Час отримання збережено.',
    perform: ({ appeals }, { number, actor }) => appeals.release(number, actor),
  },
  spam: {
    done: 'Позначено спамом і закрито. Нічого не видалено.',
    perform: ({ appeals }, { number, actor }) => appeals.markSpam(number, actor),
  },
  block: {
    done: 'Нові повідомлення цієї людини потраплятимуть у карантин.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.block(
        number,
        { reason: written(form, 'blockReason', REASON_MAX), days: blockDays(form) },
        actor,
      ),
  },
  unblock: {
    done: 'Людину розблоковано.',
    perform: ({ appeals }, { number, actor }) => appeals.unblock(number, actor),
  },
  'limit-access': {
    done: 'Доступ обмежено.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.limitAccess(number, written(form, 'limitReason', REASON_MAX), actor),
  },
  'open-access': {
    done: 'Обмеження знято.',
    perform: ({ appeals }, { number, actor }) => appeals.openAccess(number, actor),
  },
} as const satisfies Actions;

/** @throws {Refusal} invalid: something nobody offered */
function typedClassification(form: FormData): Classification {
  const given = (name: string) => formText(form, name) || undefined;
  const parsed = classifyInput.safeParse({ category: given('category'), nature: given('nature') });
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid', 'appeal.classification', 'Оберіть тему й вид зі списку.');
}

/** One of those offered; anything else is the shortest. */
function blockDays(form: FormData): number {
  return BLOCK_DAYS.find((days) => String(days) === formText(form, 'blockDays')) ?? BLOCK_DAYS[0];
}
