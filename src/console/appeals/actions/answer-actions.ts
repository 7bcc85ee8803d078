import { APPEAL_TEXT_MAX, REASON_MAX } from '../../../services/appeals/input.js';
import { formText } from '../../forms.js';
import { chosenFiles, typedAnswer } from '../answer-form.js';
import { typedOfficeNumber, written } from '../submission.js';
import type { Actions } from './actions.js';

/** What is said to the citizen as an answer, by chat or by telephone, and to colleagues. */
export const ANSWER_ACTIONS = {
  reply: {
    done: 'Відповідь записано. Стан доставлення видно під нею.',
    async perform(parts, submission) {
      const { number, form, actor, id: requestId } = submission;
      const { text, files } = await typedAnswer(parts, submission);
      const outgoingNumber = typedOfficeNumber(form, 'outgoingNumber');
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
      const outgoingNumber = typedOfficeNumber(form, 'outgoingNumber');
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
} as const satisfies Actions;

function isToAll(form: FormData): boolean {
  return form.get('toAll') === 'yes';
}

/** How many messages the page had when it was opened; undefined in a form that does not say. */
function seen(form: FormData): number | undefined {
  const text = formText(form, 'seen');
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
