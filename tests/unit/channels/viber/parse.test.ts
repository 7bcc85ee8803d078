import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseViber } from '../../../../src/channels/viber/parse.js';

const receivedAt = new Date('2026-11-23T08:00:05.000Z');
const at = new Date('2026-11-23T08:00:00.000Z');
const id = '01234567890A=';
const person = { channel: 'viber', address: id, name: 'Оксана О’Коваль' };
const TOKEN = '4912661846655238145';

/** The token stands in the JSON as Viber writes it: a number that JavaScript cannot hold. */
const parse = (callback: object) =>
  parseViber(
    JSON.stringify({ timestamp: at.getTime(), message_token: 0, ...callback }).replace(
      '"message_token":0',
      `"message_token":${TOKEN}`,
    ),
    receivedAt,
  );
const sender = { id, name: 'Оксана О’Коваль', api_version: 10 };
const message = (fields: object) => parse({ event: 'message', sender, message: fields });
const expected = (fields: object) => ({
  kind: 'message',
  person,
  at,
  messageId: TOKEN,
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
  ref: 'https://dl-media.viber.com/1',
  name: undefined,
  contentType: undefined,
  sizeBytes: undefined,
  durationSeconds: undefined,
  ...fields,
});
const media = 'https://dl-media.viber.com/1';

describe('parseViber', () => {
  it.each([
    ['a text', { type: 'text', text: 'Не горить ліхтар 💡' }, { text: 'Не горить ліхтар 💡' }],
    [
      'a picture',
      { type: 'picture', media, text: 'Ось тут' },
      { text: 'Ось тут', files: [remote({ kind: 'photo' })] },
    ],
    [
      'a video',
      { type: 'video', media, size: 900, duration: 9 },
      { files: [remote({ kind: 'video', contentType: 'video/mp4', sizeBytes: 900, durationSeconds: 9 })] },
    ],
    [
      'a file',
      { type: 'file', media, size: 900, file_name: 'Заява.pdf' },
      { files: [remote({ kind: 'document', name: 'Заява.pdf', sizeBytes: 900 })] },
    ],
    ['a link', { type: 'url', media: 'https://nizhyn.ua/a%20b' }, { text: 'https://nizhyn.ua/a%20b' }],
    [
      'a place',
      { type: 'location', location: { lat: 51.048, lon: 31.886 } },
      { place: { latitude: 51.048, longitude: 31.886 } },
    ],
    [
      'a contact',
      { type: 'contact', contact: { name: 'Іван', phone_number: '+380000000000' } },
      { phone: '+380000000000', unreadable: 'other' },
    ],
    ['a sticker', { type: 'sticker', sticker_id: 46105 }, { unreadable: 'sticker' }],
    ['a kind invented tomorrow', { type: 'hologram', media }, { unreadable: 'other' }],
    ['a kind named as every object has one', { type: 'constructor', media }, { unreadable: 'other' }],
    ['a message without a type', {}, { unreadable: 'other' }],
    ['a picture without an address', { type: 'picture' }, { unreadable: 'other' }],
  ])('reads %s', (_, fields, event) => {
    expect(message(fields)).toEqual(expected(event));
  });

  it('answers a message callback that holds no message at all', () => {
    expect(parse({ event: 'message', sender })).toEqual(expected({ unreadable: 'other' }));
  });

  it('reads a pressed button, and only its prefix makes it one', () => {
    expect(message({ type: 'text', text: '#cmd:topic:news' })).toEqual({
      kind: 'button',
      person,
      at,
      data: 'topic:news',
      messageId: undefined,
      acknowledgement: undefined,
    });
    expect(message({ type: 'text', text: 'пишу #cmd:stop' })).toMatchObject({ kind: 'message' });
  });

  it('reads the opening of a chat with its deep link', () => {
    const user = { id, name: 'Оксана О’Коваль' };
    expect(parse({ event: 'conversation_started', user, context: 'appeal', subscribed: false })).toEqual({
      kind: 'subscribed',
      person,
      at,
      greet: false,
      context: 'appeal',
    });
    expect(parse({ event: 'subscribed', user })).toEqual({
      kind: 'subscribed',
      person,
      at,
      greet: false,
      context: undefined,
    });
  });

  it('reads a farewell', () => {
    expect(parse({ event: 'unsubscribed', user_id: id })).toEqual({
      kind: 'unsubscribed',
      person: { ...person, name: undefined },
      at,
    });
  });

  it.each(['delivered', 'seen', 'failed'])('reads a receipt «%s»', (status) => {
    expect(parse({ event: status, user_id: id, desc: 'keyboard is not valid' })).toEqual({
      kind: 'receipt',
      channel: 'viber',
      address: id,
      messageId: TOKEN,
      status,
      reason: status === 'failed' ? 'keyboard is not valid' : undefined,
      at,
    });
  });

  it.each(['webhook', 'client_status', 'tomorrow'])('has no word for a callback «%s»', (event) => {
    expect(parse({ event, user_id: id })).toBeUndefined();
  });

  it('takes the time of arrival when the callback has none that makes sense', () => {
    expect(parse({ event: 'subscribed', user: { id }, timestamp: 9e18 })).toMatchObject({ at: receivedAt });
  });

  it('never throws, whatever a kept body holds', () => {
    const keys = fc.constantFrom(
      'event',
      'user',
      'sender',
      'message',
      'id',
      'type',
      'text',
      'location',
      'timestamp',
    );
    const events = fc.constantFrom('message', 'failed', 'conversation_started', 'unsubscribed');
    const callbacks = fc.tuple(events, fc.object({ key: keys, maxDepth: 3 }));
    const bodies = callbacks.map(([event, value]) => JSON.stringify({ ...value, event }));
    fc.assert(
      fc.property(fc.oneof(bodies, fc.json(), fc.string()), (body) => {
        parseViber(body, receivedAt);
      }),
    );
  });
});
