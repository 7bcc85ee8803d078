import type { Appeal } from '../domain/appeal.js';
import { chatOf } from '../domain/appeal-channel.js';
import type { Clocks } from '../lib/clocks.js';
import type { Logger } from '../lib/log.js';
import { type Answers, createAnswers } from '../services/appeals/answers.js';
import type { AnswerPolicy } from '../services/appeals/policy.js';
import { answerMessage } from '../services/dialogue/answer.js';
import { type Notice, noticeContent, noticeText } from '../services/dialogue/notices.js';
import type { Organisation } from '../services/dialogue/ports.js';
import { isFormStep, parseState } from '../services/dialogue/state.js';
import { openQuestion } from '../services/dialogue/step.js';
import type { createContextReader } from '../services/intake/context.js';
import type { Messages } from '../services/outbox/messages.js';
import type { Accounts } from '../services/staff/accounts.js';
import { attachmentsOf } from './attachments.js';
import type { Stores } from './stores.js';

export interface AppealAnswersDeps {
  readonly stores: Pick<Stores, 'appeals' | 'files' | 'subscribers'>;
  readonly messages: Messages;
  readonly context: ReturnType<typeof createContextReader>;
  readonly organisation: () => Promise<Organisation>;
  /** «Посада, Ім’я ПРІЗВИЩЕ» by account */
  readonly signerOf: (id: string | undefined) => Promise<string | undefined>;
  /** Rules of answering */
  readonly policy: () => Promise<AnswerPolicy>;
  readonly clocks: Clocks;
  readonly timeZone: string;
  readonly log: Logger;
}

/** Answers in the dialogue's words; a form that one interrupts is asked on after it. */
export function createAppealAnswers(deps: AppealAnswersDeps): Answers {
  const { stores, messages, context, organisation, clocks, timeZone, log } = deps;
  const { appeals, files, subscribers } = stores;
  return createAnswers({
    store: appeals,
    messages,
    subscribers,
    answerContent: async ({ number, receivedAt }, message, { locale, channel }) => {
      const reader = { organisation: await organisation(), locale, channel, timeZone, now: message.at };
      if (message.notice) return noticeContent(number, message, reader);
      return answerMessage(
        {
          number,
          receivedAt,
          text: message.text,
          signer: await deps.signerOf(message.signedById ?? message.authorId),
          answeredAt: message.at,
          outgoingNumber: message.outgoingNumber,
          complaintTo: message.refusal ? (await deps.policy()).complaintsTo : undefined,
          files: await attachmentsOf(files, message.files, channel),
        },
        reader,
      );
    },
    openQuestion: async (subscriberId) => {
      const known = await subscribers.known(subscriberId);
      const state = parseState(known?.dialogueState);
      if (!known || !isFormStep(state.screen.id)) return undefined;
      return openQuestion(state, await context.contextOf(known.subscriber, undefined, clocks.now()));
    },
    log,
  });
}

/** «Посада, Ім’я ПРІЗВИЩЕ» of a colleague; a token has no name that a citizen would know. */
export function createSignerOf(accounts: Pick<Accounts, 'get'>) {
  return async (id: string | undefined): Promise<string | undefined> => {
    const account = id ? await accounts.get(id) : undefined;
    return account && [account.position, account.name].filter(Boolean).join(', ');
  };
}

/** Notices in the dialogue's words, in the citizen's language. */
export function createNotices({
  stores,
  organisation,
  timeZone,
  clocks,
}: Pick<AppealAnswersDeps, 'organisation' | 'timeZone' | 'clocks'> & {
  readonly stores: Pick<Stores, 'subscribers'>;
}) {
  return async (appeal: Appeal, notice: Notice): Promise<string> => {
    const reader = { organisation: await organisation(), timeZone, now: clocks.now() };
    const chat = chatOf(appeal);
    if (chat) {
      const locale = (await stores.subscribers.get(chat.subscriberId))?.locale ?? 'uk';
      return noticeText(appeal.number, notice, { ...reader, locale, channel: chat.channel });
    }
    // A letter does not ask to answer in the chat.
    if (notice.kind === 'question') return notice.question;
    return noticeText(appeal.number, notice, { ...reader, locale: 'uk' });
  };
}
