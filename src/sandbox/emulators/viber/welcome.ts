import type { Callback } from './callbacks.js';
import { isFields } from './field-rules.js';
import { checkMessage } from './message-rules.js';
import type { ViberState } from './server-state.js';
import { showMessage } from './show-message.js';
import { ViberRefusal } from './status.js';

/**
 * Shows the welcome message: the body of the answer to `conversation_started`, a message without a
 * receiver. One that breaks a rule is not shown, as on a real phone; the journal says why.
 *
 * @see https://creators.viber.com/docs/bots-api/resources/messaging/welcome-message
 */
export function showWelcome(state: ViberState, { event, personId }: Callback, answer: string): void {
  if (event !== 'conversation_started' || answer.trim() === '') return;
  const chat = state.chats.chat(personId);
  if (chat === undefined) return;
  const fields = parseAnswer(answer);
  const outcome = fields === undefined ? 'the answer is not a JSON object' : show(fields);
  state.journal.recordRequest({
    at: state.now(),
    method: 'welcome',
    personIds: [personId],
    parameters: fields ?? {},
    outcome,
  });

  function show(message: Readonly<Record<string, unknown>>): string {
    try {
      if (chat !== undefined) showMessage(state, chat, checkMessage(message), state.nextToken());
      return 'ok';
    } catch (error) {
      if (error instanceof ViberRefusal) return error.message;
      throw error;
    }
  }
}

function parseAnswer(answer: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(answer);
    return isFields(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
