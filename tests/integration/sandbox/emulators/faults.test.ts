import { Api, HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultAnswer } from '../../../../src/sandbox/emulators/http/faults.js';
import { type Emulators, startEmulators } from '../../../../src/sandbox/emulators/start.js';

let emulators: Emulators;
let api: Api;
let personId: string;

beforeEach(async () => {
  emulators = await startEmulators();
  const { apiRoot, token } = emulators.telegram;
  api = new Api(token, { apiRoot, timeoutSeconds: 1 });
  personId = emulators.telegram.addPerson({ status: 'active' }).id;
});
afterEach(() => emulators.close());

const send = () => api.sendMessage(personId, 'Воду вимкнено');

describe('an ordered fault', () => {
  it.each<[string, FaultAnswer]>([
    ['a cut connection', { kind: 'reset' }],
    ['silence', { kind: 'never' }],
    ['half an answer', { kind: 'stall' }],
    ['an HTML page', { kind: 'html', httpStatus: 502 }],
    ['garbage', { kind: 'garbage' }],
    ['an empty 500', { kind: 'empty', httpStatus: 500 }],
  ])('is %s to the client, once, and nothing reaches the phone', async (_what, answer) => {
    emulators.telegram.faults.add({ times: 1, method: 'sendMessage', answer });
    await expect(send()).rejects.toBeInstanceOf(HttpError);
    expect(emulators.telegram.phone(personId).messages()).toEqual([]);
    await send();
    expect(emulators.telegram.journal.receivedCount(personId)).toBe(1);
  });

  it('loses only the answer when the request is to be accepted', async () => {
    emulators.telegram.faults.add({ times: 1, answer: { kind: 'reset' }, accepted: true });
    await expect(send()).rejects.toBeInstanceOf(HttpError);
    await send();
    expect(emulators.telegram.journal.repeats()).toEqual([{ personId, text: 'Воду вимкнено', count: 2 }]);
  });

  it('can be a 429 for one person only', async () => {
    const other = emulators.telegram.addPerson({ status: 'active' });
    const answer = { kind: 'throttle', retryAfterSeconds: 7 } as const;
    emulators.telegram.faults.add({ times: 1, personId, answer });
    await api.sendMessage(other.id, 'Воду вимкнено');
    await expect(send()).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
  });

  it('is a status of Viber for Viber', async () => {
    emulators.viber.faults.add({ times: 1, answer: { kind: 'throttle' } });
    const response = await fetch(`${emulators.viber.apiRoot}/send_message`, { method: 'POST', body: '{}' });
    expect(await response.json()).toMatchObject({ status: 12 });
  });
});
