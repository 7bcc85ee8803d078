import { expect, it } from 'vitest';
import { rawViberUpdate } from '../../../../src/channels/viber/raw-callback.js';

it.each([
  ['delivered', true],
  ['seen', true],
  ['failed', true],
  ['message', false],
  ['conversation_started', false],
])('lets the word «%s» queue apart from what residents say: %s', (event, isReceipt) => {
  const callback = { event, message_token: '57', user_id: 'олена' };
  const body = JSON.stringify(callback);
  const update = rawViberUpdate(callback, new TextEncoder().encode(body), body);
  expect(update).toEqual({ channel: 'viber', key: `${event}:57:олена`, person: 'олена', body, isReceipt });
});
