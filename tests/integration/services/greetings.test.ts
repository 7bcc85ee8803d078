import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KYIV } from '../../../src/lib/city-time.js';
import type { Broadcasts } from '../../../src/services/broadcasts/broadcasts.js';
import { createCityCalendar } from '../../../src/services/greetings/city-calendar.js';
import { createGreetings } from '../../../src/services/greetings/greetings.js';
import { createPublications } from '../../../src/services/publications/service.js';
import { DEFAULT_SETTINGS } from '../../../src/services/settings/defaults.js';
import { createBroadcastStore } from '../../../src/storage/broadcasts/broadcast-store.js';
import { ensureIndexes } from '../../../src/storage/connection.js';
import { createGreetingStore } from '../../../src/storage/publications/greeting-store.js';
import { createHolidayStore } from '../../../src/storage/publications/holiday-store.js';
import { createPublicationStore } from '../../../src/storage/publications/publication-store.js';
import { aBroadcast } from '../../support/console/builders.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { newBroadcast } from '../../support/new-broadcast.js';
import { someTopics } from '../../support/some-topics.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  for (const name of ['greetings', 'publications', 'broadcasts', 'holidays'])
    await database.connection.collection(name).deleteMany({});
});

/** One process of the service over the shared database, on 22 March 2021. */
async function aProcess({ failsAt }: { readonly failsAt?: 'publication' | 'broadcast' } = {}) {
  const { connection } = database;
  const now = () => new Date('2021-03-22T05:00:00Z');
  const broadcastStore = createBroadcastStore(connection);
  const greetingStore = createGreetingStore(connection);
  const holidays = createHolidayStore(connection, now);
  const audit = { record: async () => {} };
  const publications = createPublications({
    store: createPublicationStore(connection),
    topics: someTopics,
    audit,
    now,
    timeZone: 'Europe/Kyiv',
    nudge: () => {},
  });
  const create: Broadcasts['create'] = async ({ publicationId, title }, _actor, id) => {
    await broadcastStore.insert({
      ...newBroadcast({ publicationId, title, kind: 'greeting' }),
      ...(id && { id }),
    });
    if (failsAt === 'broadcast') throw new Error('the process dies');
    return aBroadcast();
  };
  const greetings = createGreetings({
    store: greetingStore,
    calendar: createCityCalendar({ store: holidays, greetings: greetingStore, audit, randomId: () => '' }),
    publications: {
      ...publications,
      async register(input, by) {
        const registered = await publications.register(input, by);
        if (failsAt === 'publication') throw new Error('the process dies');
        return registered;
      },
    },
    broadcasts: { create, update: async () => aBroadcast() },
    settings: { get: async () => DEFAULT_SETTINGS },
    now,
    timeZone: KYIV,
  });
  await ensureIndexes(connection);
  return { greetings, broadcastStore, holidays, publications };
}

async function whatThereIs() {
  const { broadcastStore, publications } = await aProcess();
  const [broadcasts, kept] = await Promise.all([
    broadcastStore.list({ limit: 50 }),
    publications.list({ kind: 'greeting', limit: 50 }),
  ]);
  return {
    broadcasts: broadcasts.items.map(({ id, publicationId }) => [id, publicationId]).sort(),
    publications: kept.items.map(({ id, status, source }) => [id, status, source]).sort(),
  };
}

describe('the greeting of a day', () => {
  it('is one publication and one draft, however many processes open it at once', async () => {
    const processes = await Promise.all(Array.from({ length: 4 }, () => aProcess()));
    await Promise.all(processes.map(({ greetings }) => greetings.openDue()));
    const { broadcasts, publications } = await whatThereIs();
    expect(publications).toHaveLength(2);
    expect(publications.map(([, ...rest]) => rest)).toEqual([
      ['draft', 'calendar'],
      ['draft', 'calendar'],
    ]);
    expect(broadcasts.map(([, publicationId]) => publicationId)).toEqual(publications.map(([id]) => id));
  });

  it.each(['publication', 'broadcast'] as const)(
    'is one when the process died after the %s was made',
    async (failsAt) => {
      const { greetings } = await aProcess({ failsAt });
      await expect(greetings.openDue()).rejects.toThrow('dies');
      await (await aProcess()).greetings.openDue();
      const { broadcasts, publications } = await whatThereIs();
      expect([broadcasts.length, publications.length]).toEqual([2, 2]);
    },
  );

  it('stays deleted when staff deleted its draft', async () => {
    const { greetings, broadcastStore } = await aProcess();
    await greetings.openDue();
    const shown = await greetings.between('2021-03-01', '2021-03-31');
    expect([...shown.values()].map(({ day, status }) => [day, status])).toEqual([
      ['2021-03-22', 'draft'],
      ['2021-03-25', 'draft'],
    ]);
    await broadcastStore.removeDraft(shown.get('2021-03-25')?.broadcastId ?? '');
    await greetings.openDue();
    const afterwards = await greetings.between('2021-03-25', '2021-03-25');
    expect(afterwards.get('2021-03-25')?.status).toBeUndefined();
  });
});

describe('what the city says of holidays', () => {
  it('is kept: its own days and what is switched off', async () => {
    const { holidays } = await aProcess();
    const forms = { nominative: 'День міста', genitive: 'Дня міста', instrumental: 'Днем міста' };
    const day = {
      id: 'local-1',
      name: forms,
      shortName: forms,
      reportCase: 'genitive',
      kind: 'local',
      isMemorial: false,
      rule: { on: 'fixed', month: 5, day: 6 },
      validFrom: 2026,
      validTo: 2026,
    } as const;
    const yearly = { ...day, id: 'local-2', validFrom: undefined, validTo: undefined };
    await holidays.addLocal(day);
    await holidays.addLocal(yearly);
    await holidays.switch('sbu', false);
    await holidays.switch('local-2', false);
    expect(await holidays.read()).toEqual({ locals: [day, yearly], off: new Set(['sbu', 'local-2']) });
    expect([await holidays.removeLocal('local-2'), await holidays.removeLocal('sbu')]).toEqual([true, false]);
    await holidays.switch('sbu', true);
    expect(await holidays.read()).toEqual({ locals: [day], off: new Set() });
  });
});
