import type { Appeal, AppealMessage } from '../../domain/appeal.js';
import { chatOf } from '../../domain/appeal-channel.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Logger } from '../../lib/log.js';
import type { Messages } from '../outbox/messages.js';
import type { SubscriberStore } from '../subscriptions/store.js';
import type { AppealStore } from './store.js';

export interface AnswersDeps {
  readonly store: Pick<AppealStore, 'markQueued' | 'withUnqueued'>;
  readonly messages: Pick<Messages, 'enqueue'>;
  readonly subscribers: Pick<SubscriberStore, 'get'>;
  /** R1 of the dialogue: the answer with «Чи вирішено ваше питання?» */
  readonly answerContent: (
    appeal: Appeal,
    message: AppealMessage,
    reader: { readonly locale: 'uk' | 'en'; readonly channel: ChannelId },
  ) => Promise<OutgoingContent>;
  /** The question of a form that the person is filling in: it is asked again after the answer */
  readonly openQuestion: (subscriberId: string) => Promise<OutgoingContent | undefined>;
  readonly log: Logger;
}

/** Key of the outbox row that carries an answer. */
export function answerKey(number: string, messageId: string): string {
  return `answer:${number}:${messageId}`;
}

/**
 * Brings stored answers into the outbox. An answer is first written to its appeal, then queued, then marked
 * queued: a failure in between leaves it marked as waiting, and `queueMissed` takes it up within a minute.
 */
export function createAnswers({
  store,
  messages,
  subscribers,
  answerContent,
  openQuestion,
  log,
}: AnswersDeps) {
  return { queue, queueMissed };

  async function queue(appeal: Appeal, message: AppealMessage): Promise<void> {
    const { number } = appeal;
    const chat = chatOf(appeal);
    if (!chat) throw new Error(`appeal ${number} is answered on paper`);
    const { channel, subscriberId } = chat;
    const locale = (await subscribers.get(subscriberId))?.locale ?? 'uk';
    const key = answerKey(number, message.id);
    const to = { ...chat, locale };
    const content = await answerContent(appeal, message, { locale, channel });
    const question = await openQuestion(subscriberId);
    await messages.enqueue([
      { ...to, key, content, appealNumber: number },
      ...(question ? [{ ...to, key: `${key}:question`, content: question }] : []),
    ]);
    await store.markQueued(number, message.id);
  }

  async function queueMissed(): Promise<void> {
    for (const { appeal, messageIds } of await store.withUnqueued()) {
      for (const message of appeal.messages.filter(({ id }) => messageIds.includes(id))) {
        log.warn({ appeal: appeal.number }, 'appeals: an answer had not reached the outbox, queueing it now');
        await queue(appeal, message).catch((error: unknown) =>
          // One that cannot be sent must not keep the others back; it is tried again with the next look.
          log.error({ err: error, appeal: appeal.number }, 'appeals: answer not queued'),
        );
      }
    }
  }
}

export type Answers = ReturnType<typeof createAnswers>;
