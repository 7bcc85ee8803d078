import { MISSING_DETAILS, type MissingDetail, VERDICTS, type Verdict } from '../../domain/appeal.js';
import { Refusal } from '../../domain/refusal.js';
import { localDay } from '../../lib/city-time.js';
import type { Resolution } from '../../services/appeals/appeals.js';
import { BULK_MAX } from '../../services/appeals/bulk.js';
import type { Classification } from '../../services/appeals/classifying.js';
import {
  ADDRESSEE_MAX,
  APPEAL_TEXT_MAX,
  appealNumber,
  classifyInput,
  OUTGOING_NUMBER_MAX,
  PHONE_MAX,
  REASON_MAX,
} from '../../services/appeals/input.js';
import { formText, list } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import { RESOLUTION_WORDS } from '../words/appeal-words.js';
import { chosenFiles, typedAnswer } from './answer-form.js';
import { type Submission, written } from './submission.js';
import { typedDay, typedRegistration } from './typed-day.js';

/** For how long somebody can be blocked, in days. */
export const BLOCK_DAYS = [7, 30, 90, 365] as const;

interface Action {
  /** What the page says when it is done */
  readonly done: string;
  /** @throws {Refusal} */
  readonly perform: (parts: ConsoleParts, submission: Submission) => Promise<unknown>;
}

/** What staff do on the page of an appeal, by the last part of the form's address. */
export const APPEAL_ACTIONS = {
  register: {
    done: 'Звернення зареєстровано.',
    async perform({ appeals, timeZone, clocks }, { number, form, actor, id: requestId }) {
      const { appeal } = await appeals.get(number, actor);
      const registeredAt = typedRegistration(form, appeal.receivedAt, clocks.now(), timeZone);
      const incomingNumber = short(form, 'incomingNumber');
      await appeals.register(number, { incomingNumber, registeredAt, requestId }, actor);
    },
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
  classify: {
    done: 'Тему й вид записано.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.classify(number, typedClassification(form), actor),
  },
  reply: {
    done: 'Відповідь записано. Стан доставлення видно під нею.',
    async perform(parts, submission) {
      const { number, form, actor, id: requestId } = submission;
      const { text, files } = await typedAnswer(parts, submission);
      const outgoingNumber = short(form, 'outgoingNumber');
      const takeOver = form.get('takeOver') === 'yes';
      await parts.appeals.reply(
        number,
        { text, files, outgoingNumber, takeOver, toAll: isToAll(form), seen: seen(form), requestId },
        actor,
      );
      await parts.answerDrafts.remove(number, actor.id);
    },
  },
  submit: {
    done: 'Відповідь передано на підпис.',
    async perform(parts, submission) {
      const { number, form, actor } = submission;
      const { text, files } = await typedAnswer(parts, submission);
      await parts.appeals.submitForSignature(
        number,
        { text, files, toAll: isToAll(form), seen: seen(form) },
        actor,
      );
      await parts.answerDrafts.remove(number, actor.id);
    },
  },
  sign: {
    done: 'Відповідь підписано. Стан доставлення видно під нею.',
    async perform(parts, { number, form, actor, id: requestId }) {
      const files = await chosenFiles(parts, form);
      const outgoingNumber = short(form, 'outgoingNumber');
      await parts.appeals.sign(number, { files, outgoingNumber, seen: seen(form), requestId }, actor);
    },
  },
  'send-back': {
    done: 'Відповідь повернуто виконавцю.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.sendBack(number, written(form, 'remark', REASON_MAX), actor),
  },
  note: {
    done: 'Нотатку додано.',
    perform: ({ appeals }, { number, form, actor, id }) =>
      appeals.note(number, written(form, 'note', APPEAL_TEXT_MAX), actor, id),
  },
  called: {
    done: 'Записано: заявника повідомлено.',
    perform: ({ appeals }, { number, form, actor, id: requestId }) =>
      appeals.recordCall(
        number,
        { messageId: formText(form, 'message'), note: written(form, 'call-note', REASON_MAX), requestId },
        actor,
      ),
  },
  ask: {
    done: 'Запитання надсилається заявнику.',
    perform: ({ appeals }, { number, form, actor, id: requestId }) =>
      appeals.ask(number, { question: written(form, 'question', REASON_MAX), requestId }, actor),
  },
  forward: {
    done: 'Звернення передано.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.forward(number, formText(form, 'department'), actor),
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
  'request-details': {
    done: 'Прохання доповнити надсилається заявнику.',
    perform: ({ appeals }, { number, form, actor, id: requestId }) =>
      appeals.requestDetails(
        number,
        { missing: missingOf(form), until: typedDay(form, 'detailsUntil'), requestId },
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
  'limit-access': {
    done: 'Доступ обмежено.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.limitAccess(number, written(form, 'limitReason', REASON_MAX), actor),
  },
  'open-access': {
    done: 'Обмеження знято.',
    perform: ({ appeals }, { number, actor }) => appeals.openAccess(number, actor),
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
  close: {
    done: 'Звернення закрито.',
    perform: ({ appeals }, { number, form, actor }) => appeals.close(number, resolutionOf(form), actor),
  },
  reopen: {
    done: 'Звернення повернуто в роботу. Строк відповіді не змінився.',
    perform: ({ appeals }, { number, form, actor }) =>
      appeals.reopen(number, written(form, 'reopenReason', REASON_MAX), actor),
  },
} as const satisfies Readonly<Record<string, Action>>;
export type AppealAction = keyof typeof APPEAL_ACTIONS;

function isToAll(form: FormData): boolean {
  return form.get('toAll') === 'yes';
}

/** How many messages the page had when it was opened; undefined in a form that does not say. */
function seen(form: FormData): number | undefined {
  const text = formText(form, 'seen');
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function short(form: FormData, name: string): string | undefined {
  const text = formText(form, name);
  if (text.length > OUTGOING_NUMBER_MAX)
    throw new Refusal('invalid', 'appeal.too-long', `Номер задовгий: до ${OUTGOING_NUMBER_MAX} знаків.`);
  return text || undefined;
}

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

/** @throws {Refusal} invalid: nothing is chosen */
function missingOf(form: FormData): readonly MissingDetail[] {
  const chosen = list(form, 'missing');
  const missing = MISSING_DETAILS.filter((detail) => chosen.includes(detail));
  if (missing.length > 0) return missing;
  throw new Refusal('invalid', 'appeal.missing', 'Позначте, чого бракує.');
}

function verdictOf(form: FormData): Verdict {
  const known = VERDICTS.find((verdict) => verdict === form.get('verdict'));
  if (known) return known;
  throw new Refusal('invalid', 'appeal.verdict', 'Оберіть, чи враховано зауваження.');
}

function resolutionOf(form: FormData): Resolution {
  const given = form.get('resolution');
  const known = (Object.keys(RESOLUTION_WORDS) as Resolution[]).find((resolution) => resolution === given);
  if (known) return known;
  throw new Refusal('invalid', 'appeal.resolution', 'Оберіть, чим завершено розгляд.');
}
