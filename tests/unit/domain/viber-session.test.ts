import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../../src/domain/channel-id.js';
import type { ResidentEvent } from '../../../src/domain/inbound-event.js';
import { sessionOpenedAt, sessionsSince } from '../../../src/domain/viber-session.js';

const AT = new Date('2026-11-23T10:00:00Z');

function anEvent(kind: ResidentEvent['kind'], channel: ChannelId = 'viber'): ResidentEvent {
  return { kind, at: AT, person: { channel, address: 'a', name: undefined } } as ResidentEvent;
}

describe('a Viber session', () => {
  it('is opened by a message or a button of the person, by nothing else and in no other messenger', () => {
    expect(sessionOpenedAt(anEvent('message'))).toBe(AT);
    expect(sessionOpenedAt(anEvent('button'))).toBe(AT);
    expect(sessionOpenedAt(anEvent('subscribed'))).toBeUndefined();
    expect(sessionOpenedAt(anEvent('unsubscribed'))).toBeUndefined();
    expect(sessionOpenedAt(anEvent('message', 'telegram'))).toBeUndefined();
  });

  it('lasts 24 hours, less a minute for what is on its way', () => {
    expect(sessionsSince(AT)).toEqual(new Date('2026-11-22T10:01:00Z'));
  });
});
