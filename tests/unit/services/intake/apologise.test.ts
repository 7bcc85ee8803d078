import { describe, expect, it } from 'vitest';
import { parseState } from '../../../../src/services/dialogue/state.js';
import { step } from '../../../../src/services/dialogue/step.js';
import { apologise } from '../../../../src/services/intake/apologise.js';
import { silentLogger } from '../../../support/silent-logger.js';
import { nizhyn, Resident } from '../dialogue/resident.js';

/** What is said to a resident whose words could not be processed. */
async function apologyTo(
  resident: Resident,
  text: string,
  parts: { readonly contextOf?: () => Promise<never> } = {},
) {
  const said: string[] = [];
  const event = {
    kind: 'message',
    person: resident.person,
    at: resident.now,
    messageId: 'm9',
    text,
    files: [],
    place: undefined,
    unreadable: undefined,
    albumId: undefined,
    replyToMessageId: undefined,
    edited: false,
  } as const;
  const row = {
    id: 'row',
    channel: 'telegram',
    person: '100',
    body: '',
    receivedAt: resident.now,
    attempt: 5,
  } as const;
  const known = { subscriber: resident.person, dialogueState: resident.state, lastInboxId: undefined };
  await apologise(row, {
    channel: {
      id: 'telegram',
      parse: () => event,
      fetchFile: () => Promise.reject(new Error('no files here')),
      acknowledge: async () => undefined,
    },
    // Only what an apology asks of them is real
    subscribers: { ensureKnown: async () => known } as never,
    messages: {
      enqueue: async (rows: readonly { content: { text: string } }[]) => {
        said.push(...rows.map(({ content }) => content.text));
      },
    } as never,
    dialogue: { parseState, step },
    contextOf: parts.contextOf ?? (async () => resident.context),
    organisation: async () => nizhyn,
    log: silentLogger,
  });
  return said;
}

const atReview = () =>
  Resident.subscribed().say('/appeal').say('Прошу субсидію').say('Далі').say('Без фото').say('Анонімно');

describe('an apology', () => {
  it('says that an appeal was not stored and may be sent again', async () => {
    expect(await apologyTo(atReview(), 'Надіслати')).toEqual([
      'Не вдалося зберегти звернення. Написане не втрачено. Натисніть «Надіслати» ще раз за хвилину або зателефонуйте: (04631) 7-19-39.',
    ]);
  });

  it('says for anything else that the message is kept', async () => {
    const ours = [
      'Сталася помилка в нас, не у вас. Ваше повідомлення збережено, відповімо, щойно все запрацює. Терміново: (04631) 7-19-39.',
    ];
    expect(await apologyTo(atReview(), 'Виправити')).toEqual(ours);
    const contextOf = () => Promise.reject(new Error('the database is away'));
    expect(await apologyTo(atReview(), 'Надіслати', { contextOf })).toEqual(ours);
  });
});
