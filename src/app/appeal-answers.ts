import type { Clocks } from '../lib/clocks.js';
import type { Logger } from '../lib/log.js';
import { type Answers, createAnswers } from '../services/appeals/answers.js';
import { answerMessage } from '../services/dialogue/answer.js';
import type { Organisation } from '../services/dialogue/ports.js';
import { isFormStep, parseState } from '../services/dialogue/state.js';
import { openQuestion } from '../services/dialogue/step.js';
import type { createContextReader } from '../services/intake/context.js';
import type { Messages } from '../services/outbox/messages.js';
import type { Accounts, StaffView } from '../services/staff/accounts.js';
import { attachmentsOf } from './attachments.js';
import type { Stores } from './stores.js';

export interface AppealAnswersDeps {
  readonly stores: Pick<Stores, 'appeals' | 'files' | 'subscribers'>;
  readonly messages: Messages;
  readonly context: ReturnType<typeof createContextReader>;
  readonly organisation: () => Promise<Organisation>;
  readonly accounts: Pick<Accounts, 'get'>;
  readonly clocks: Clocks;
  readonly timeZone: string;
  readonly log: Logger;
}

/** Answers in the dialogue's words; a form that one interrupts is asked on after it. */
export function createAppealAnswers(deps: AppealAnswersDeps): Answers {
  const { stores, messages, context, organisation, accounts, clocks, timeZone, log } = deps;
  const { appeals, files, subscribers } = stores;
  return createAnswers({
    store: appeals,
    messages,
    subscribers,
    answerContent: async ({ number, receivedAt, channel }, message, locale) =>
      answerMessage(
        {
          number,
          receivedAt,
          text: message.text,
          signer: signer(message.authorId && (await accounts.get(message.authorId))),
          answeredAt: message.at,
          files: await attachmentsOf(files, message.files, channel),
        },
        { organisation: await organisation(), locale, channel, timeZone, now: message.at },
      ),
    openQuestion: async (subscriberId) => {
      const known = await subscribers.known(subscriberId);
      const state = parseState(known?.dialogueState);
      if (!known || !isFormStep(state.screen.id)) return undefined;
      return openQuestion(state, await context.contextOf(known.subscriber, undefined, clocks.now()));
    },
    log,
  });
}

/** «Посада, Ім’я ПРІЗВИЩЕ» of the author; a token has no name that a citizen would know. */
function signer(author: Pick<StaffView, 'name' | 'position'> | undefined | ''): string | undefined {
  return author ? [author.position, author.name].filter(Boolean).join(', ') : undefined;
}
