import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTelegram } from '../../../../src/channels/telegram/parse.js';

const receivedAt = new Date('2026-11-23T08:00:05.000Z');
const at = new Date('2026-11-23T08:00:00.000Z');
const date = at.getTime() / 1000;
const chat = { id: 700123, type: 'private', first_name: 'Оксана' };
const from = { id: 700123, is_bot: false, first_name: 'Оксана', last_name: 'О’Коваль' };
const person = { channel: 'telegram', address: '700123', name: 'Оксана О’Коваль' };
const file = { file_id: 'F1', file_unique_id: 'u1', file_size: 2048 };

const parse = (update: object) => parseTelegram(JSON.stringify({ update_id: 5, ...update }), receivedAt);
const message = (fields: object) => parse({ message: { message_id: 41, date, chat, from, ...fields } });
const expected = (fields: object) => ({
  kind: 'message',
  person,
  at,
  messageId: '41',
  text: '',
  files: [],
  place: undefined,
  unreadable: undefined,
  albumId: undefined,
  replyToMessageId: undefined,
  edited: false,
  ...fields,
});
const remote = (fields: object) => ({
  ref: 'F1',
  name: undefined,
  contentType: undefined,
  sizeBytes: 2048,
  durationSeconds: undefined,
  ...fields,
});

describe('parseTelegram', () => {
  it.each([
    ['a text', { text: 'Не горить ліхтар 💡' }, { text: 'Не горить ліхтар 💡' }],
    [
      'a photo in several sizes, the largest taken',
      {
        photo: [
          { ...file, file_id: 'small', width: 90, height: 60 },
          { ...file, width: 1280, height: 960 },
          { ...file, file_id: 'middle', width: 800, height: 600 },
        ],
        caption: 'Ось тут',
      },
      { text: 'Ось тут', files: [remote({ kind: 'photo', contentType: 'image/jpeg' })] },
    ],
    [
      'a piece of an album',
      { photo: [file], media_group_id: '13579' },
      { files: [remote({ kind: 'photo', contentType: 'image/jpeg' })], albumId: '13579' },
    ],
    ['a live photo', { live_photo: file }, { files: [remote({ kind: 'photo' })] }],
    [
      'a voice message',
      { voice: { ...file, duration: 42, mime_type: 'audio/ogg' } },
      { files: [remote({ kind: 'voice', contentType: 'audio/ogg', durationSeconds: 42 })] },
    ],
    [
      'a piece of music',
      { audio: { ...file, duration: 180, file_name: 'гімн.mp3', mime_type: 'audio/mpeg' } },
      {
        files: [remote({ kind: 'audio', name: 'гімн.mp3', contentType: 'audio/mpeg', durationSeconds: 180 })],
      },
    ],
    [
      'a video',
      { video: { ...file, duration: 9, mime_type: 'video/mp4' }, caption: 'Яма' },
      { text: 'Яма', files: [remote({ kind: 'video', contentType: 'video/mp4', durationSeconds: 9 })] },
    ],
    [
      'a round video',
      { video_note: { ...file, duration: 5 } },
      { files: [remote({ kind: 'video', contentType: 'video/mp4', durationSeconds: 5 })] },
    ],
    [
      'a document',
      { document: { ...file, file_name: 'Заява.pdf', mime_type: 'application/pdf' } },
      { files: [remote({ kind: 'document', name: 'Заява.pdf', contentType: 'application/pdf' })] },
    ],
    [
      'a place',
      { location: { latitude: 51.048, longitude: 31.886 } },
      { place: { latitude: 51.048, longitude: 31.886 } },
    ],
    [
      'the place where the zero meridian meets the equator',
      { location: { latitude: 0, longitude: 0 } },
      { place: { latitude: 0, longitude: 0 } },
    ],
    [
      'a venue',
      { venue: { title: 'Ринок' }, location: { latitude: 51.04, longitude: 31.88 } },
      { place: { latitude: 51.04, longitude: 31.88 } },
    ],
    [
      'a reply to a message of ours',
      { text: 'Ні', reply_to_message: { message_id: 12 } },
      { text: 'Ні', replyToMessageId: '12' },
    ],
    ['a sticker', { sticker: { file_id: 's' } }, { unreadable: 'sticker' }],
    ['a GIF, which comes as a document too', { animation: file, document: file }, { unreadable: 'sticker' }],
    ['a dice', { dice: { emoji: '🎲', value: 3 } }, { unreadable: 'sticker' }],
    ['a game', { game: { title: 'Гра' } }, { unreadable: 'sticker' }],
    [
      'a contact',
      { contact: { phone_number: '+380000000000' } },
      { phone: '+380000000000', unreadable: 'other' },
    ],
    ['a poll', { poll: { id: '1', question: 'Так?' } }, { unreadable: 'other' }],
    ['a story', { story: { id: 1 } }, { unreadable: 'other' }],
    ['a kind invented tomorrow', { hologram: { size: 3 } }, { unreadable: 'other' }],
    ['a text of a wrong type', { text: 7 }, { unreadable: 'other' }],
  ])('reads %s', (_, fields, event) => {
    expect(message(fields)).toEqual(expected(event));
  });

  it.each([
    ['a pinned message', { pinned_message: { message_id: 1, text: 'Новини' } }],
    ['a timer for deleting', { message_auto_delete_timer_changed: { message_auto_delete_time: 86400 } }],
    ['a new title', { new_chat_title: 'Ніжин' }],
    ['a chat that moved', { migrate_to_chat_id: -1001 }],
    ['a topic', { forum_topic_created: { name: 'Ями', icon_color: 1 } }],
  ])('hears no word of the person in %s', (_, fields) => {
    expect(message(fields)).toBeUndefined();
  });

  it.each([
    ['/start', undefined],
    ['/start topic-news', 'topic-news'],
    ['/start@NizhynBot qr_ploshcha', 'qr_ploshcha'],
  ])('greets after %s', (text, context) => {
    expect(message({ text })).toEqual({ kind: 'subscribed', person, at, greet: true, context });
  });

  it.each(['/starting', '/start скаргу на дорогу', '/help'])('takes %s for words', (text) => {
    expect(message({ text })).toEqual(expected({ text }));
  });

  it('marks a changed message, at the time of the change', () => {
    const edited_message = { message_id: 41, date: date - 60, edit_date: date, chat, from, text: '/start' };
    expect(parse({ edited_message })).toEqual(expected({ text: '/start', edited: true }));
  });

  it('says nothing about the steps of a live location', () => {
    const location = { latitude: 51.04, longitude: 31.88, live_period: 900 };
    expect(
      parse({ edited_message: { message_id: 41, date, edit_date: date, chat, from, location } }),
    ).toBeUndefined();
  });

  it.each([
    ['kicked', { kind: 'unsubscribed', person, at }],
    ['member', { kind: 'subscribed', person, at, greet: false, context: undefined }],
    ['administrator', undefined],
  ])('reads membership «%s» in a private chat', (status, event) => {
    expect(parse({ my_chat_member: { chat, from, date, new_chat_member: { status } } })).toEqual(event);
  });

  it('reads a pressed button', () => {
    const callback_query = { id: '99', from, data: 'rate:yes', message: { message_id: 40, date: 0, chat } };
    expect(parse({ callback_query })).toEqual({
      kind: 'button',
      person,
      at: receivedAt,
      data: 'rate:yes',
      messageId: '40',
      acknowledgement: '99',
    });
  });

  it.each(['group', 'supergroup', 'channel'])('has no word for a %s', (type) => {
    const there = { id: -100123, type, title: 'Сусіди' };
    expect(parse({ message: { message_id: 1, date, chat: there, from, text: '/start' } })).toBeUndefined();
    expect(
      parse({ callback_query: { id: '1', from, data: 'x', message: { message_id: 1, chat: there } } }),
    ).toBeUndefined();
    expect(
      parse({ my_chat_member: { chat: there, from, date, new_chat_member: { status: 'member' } } }),
    ).toBeUndefined();
  });

  it.each(['channel_post', 'poll', 'inline_query', 'message_reaction', 'business_message', 'tomorrow'])(
    'has no word for an update of kind %s',
    (kind) => {
      expect(parse({ [kind]: { message_id: 1, date, chat, from, text: 'Привіт' } })).toBeUndefined();
    },
  );

  it('takes the time of arrival when Telegram gives none', () => {
    expect(message({ text: 'Так', date: undefined })).toMatchObject({ at: receivedAt });
  });

  it('never throws, whatever a kept body holds', () => {
    const keys = fc.constantFrom(
      'message',
      'edited_message',
      'callback_query',
      'my_chat_member',
      'chat',
      'from',
      'photo',
      'text',
      'date',
      'id',
    );
    const tree = fc.object({ key: keys, maxDepth: 4 });
    fc.assert(
      fc.property(
        fc.oneof(
          tree.map((value) => JSON.stringify({ update_id: 1, ...value })),
          fc.json(),
          fc.string(),
        ),
        (body) => {
          parseTelegram(body, receivedAt);
        },
      ),
    );
  });
});
