import { z } from 'zod';
import type { PhoneEvent } from '../emulators/emulator-feed.js';
import type { PhoneScreen, Phones } from './phones.js';
import { readServerEvents } from './read-server-events.js';

/** The emulators stand on this machine and answer at once, or not at all. */
const DEADLINE_MS = 5_000;
/** People named in one request. */
const PEOPLE_PER_REQUEST = 1_000;

const screenSchema = z.object({
  person: z.object({ id: z.string(), status: z.enum(['stranger', 'active', 'blocked', 'deactivated']) }),
  messages: z.array(z.object({ id: z.string() })),
});

const reachedSchema = z.object({
  countedSince: z.coerce.date(),
  people: z.array(z.string()),
  doubled: z.number().int(),
});

/**
 * The phones through the emulators' control API.
 *
 * @param controlUrl base address of the control API, e.g. `http://127.0.0.1:40123/control`
 * @see emulators/README.md for every route
 */
export function createControlPhones(controlUrl: string): Phones {
  const { origin } = new URL(controlUrl);
  const request = (path: string, init: RequestInit = {}) =>
    fetch(origin + path, { signal: AbortSignal.timeout(DEADLINE_MS), ...init });
  const post = (path: string, body: unknown) =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  return {
    async addPeople(messenger, people) {
      for (let from = 0; from < people.length; from += PEOPLE_PER_REQUEST) {
        const answer = await post(`/control/${messenger}/people`, {
          people: people.slice(from, from + PEOPLE_PER_REQUEST),
        });
        requireOk(answer);
      }
    },

    async screen(messenger, personId) {
      const answer = await request(`/control/${messenger}/people/${encodeURIComponent(personId)}`);
      if (answer.status === 404) return undefined;
      requireOk(answer);
      const body: unknown = await answer.json();
      screenSchema.parse(body);
      return body as PhoneScreen; // the emulators' own type, sent by the other half of this same build
    },

    async act(messenger, personId, action) {
      const body =
        'bytes' in action ? { ...action, bytes: Buffer.from(action.bytes).toString('base64') } : action;
      const path = `/control/${messenger}/people/${encodeURIComponent(personId)}/actions`;
      const answer = await post(path, body);
      if (answer.status === 404 || answer.status === 409) return false;
      requireOk(answer);
      return true;
    },

    async changes(signal) {
      const answer = await fetch(`${origin}/control/events`, { signal });
      requireOk(answer);
      if (!answer.body) throw new Error('the emulators sent no events');
      return phoneEvents(answer.body);
    },

    async reached(words) {
      const answer = await request(`/control/reached?${new URLSearchParams({ words })}`);
      requireOk(answer);
      return reachedSchema.parse(await answer.json());
    },

    async media(path) {
      const answer = await request(path);
      return answer.ok ? answer : undefined;
    },
  };
}

async function* phoneEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<PhoneEvent> {
  for await (const { event, data } of readServerEvents(body)) {
    if (event === 'phone') yield JSON.parse(data) as PhoneEvent; // the emulators' own type, as above
  }
}

function requireOk(answer: Response): void {
  if (!answer.ok) throw new Error(`the emulators answered ${answer.status}`);
}
