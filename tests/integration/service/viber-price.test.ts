import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aResident, type Resident } from '../../support/resident.js';
import { aTimedWorld, type TimedWorld } from '../../support/timed-world.js';
import { until } from '../../support/until.js';

interface BroadcastJson {
  readonly id: string;
  readonly status: string;
  readonly hash: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly viberPrice: {
    readonly forecast: Readonly<Record<string, number>>;
    readonly billed: Readonly<Record<string, number>> | null;
    readonly month: Readonly<Record<string, unknown>>;
  } | null;
}

const NEWS = { kind: 'news', text: 'Рух обмежено.', audience: { channels: ['viber'] } };
const BILLED_3 = { isBillable: true, freePerMonth: 3 };

describe('Viber’s price', () => {
  let world: TimedWorld;
  let resident: Resident;
  let strangers: readonly string[];
  let firstId: string;

  beforeAll(async () => {
    world = await aTimedWorld('2026-11-23T10:00:00Z', { viberContract: BILLED_3 });
    strangers = await imported(world, 6);
    resident = await newcomer(world, 'Марія');
  });
  afterAll(() => world?.close());

  it('is silent until a price or a quota is set', async () => {
    await changeSettings({ monthlyBudget: 0, onlyImportant: true });
    expect((await drafted({ delivery: 'instant', title: 'Без ціни' })).viberPrice).toBeNull();
    await changeSettings({
      monthlyBudget: 0.04,
      pricePerMessage: 0.02,
      freePerMonth: 3,
      onlyImportant: false,
    });
  });

  it('is foreseen before approval, and the budget stops those for whom it does not suffice', async () => {
    const draft = await drafted({ delivery: 'instant', title: 'Міст закрито' });
    const forecast = {
      inSession: 1,
      outsideSession: 6,
      free: 3,
      paid: 2,
      euros: 0.04,
      heldOutsideSession: 0,
      heldByLimit: 1,
    };
    expect(draft.viberPrice).toMatchObject({ forecast, billed: null, month: { paid: 0, freeLeft: 3 } });

    const sent = await sendNow(draft);
    expect(sent.counts).toMatchObject({ total: 7, skipped: 1, failed: 0, unknown: 0 });
    expect(sent.viberPrice).toMatchObject({
      forecast,
      billed: { inSession: 1, free: 3, paid: 2, euros: 0.04 },
      month: { free: 3, paid: 2, euros: 0.04, freeLeft: 0, budget: 0.04 },
    });
    expect(await codesOf(sent)).toEqual(['viber.month-limit']);
    firstId = sent.id;
  });

  it('never stops an alert, nor an answer to a person', async () => {
    const alert = await drafted({ kind: 'alert', title: 'УВАГА', delivery: 'instant' });
    expect(alert.viberPrice?.forecast).toMatchObject({ paid: 6, heldByLimit: 0 });
    const sent = await sendNow(alert, { emergencyReason: 'Прорив греблі' });
    expect(sent.counts).toMatchObject({ total: 7, skipped: 0 });
    expect(sent.viberPrice?.billed).toEqual({ inSession: 1, free: 0, paid: 6, euros: 0.12 });
    resident.say('Новини сьогодні');
    await resident.sees('Новини за ');
  });

  it('lets the missed have it once the budget is larger, and nobody twice', async () => {
    const again = await drafted({ title: 'Міст закрито', delivery: 'instant', of: firstId });
    expect(again.viberPrice?.forecast).toMatchObject({ outsideSession: 1, heldByLimit: 1 });
    await changeSettings({ monthlyBudget: 10 });
    const sent = await sendNow(again);
    expect(sent.counts).toMatchObject({ total: 1, skipped: 0 });
    expect(sent.viberPrice?.billed).toMatchObject({ paid: 1 });
    const { journal } = world.emulators.viber;
    // Both reached everybody: the news and the alert.
    for (const address of strangers) expect(journal.receivedCount(address)).toBe(2);
  });

  it('keeps ordinary news from people outside a session, who ask for it and are in one then', async () => {
    await changeSettings({ onlyImportant: true });
    const [address = ''] = strangers;
    const phone = world.emulators.viber.phone(address);
    const seenBy = () => phone.messages().map(({ text }) => text);
    const held = await drafted({ delivery: 'digest', title: 'Ярмарок у неділю' });
    expect(held.viberPrice?.forecast).toMatchObject({ heldOutsideSession: 6, free: 0, paid: 0 });
    await world.post(`/broadcasts/${held.id}/approve`, { hash: held.hash });
    await until('the digest to be waited for', async () => (await broadcast(held.id)).counts.queued === 7);

    world.turnTo('2026-11-23T16:00:30Z');
    await resident.sees('Ярмарок у неділю');
    const finished = await until('the digest', async () => finishedOnly(await broadcast(held.id)));
    expect(finished.counts).toMatchObject({ total: 7, skipped: 6 });
    expect(new Set(await codesOf(finished))).toEqual(new Set(['viber.outside-session']));
    expect(seenBy().join()).not.toContain('Ярмарок');

    phone.say('Новини сьогодні');
    await until('today’s news', () => seenBy().some((text) => text?.includes('Ярмарок у неділю')));
    const next = await drafted({ delivery: 'digest', title: 'Концерт' });
    expect(next.viberPrice?.forecast).toMatchObject({ inSession: 2, heldOutsideSession: 5 });
  });

  async function changeSettings(viber: object): Promise<void> {
    await world.call('PATCH', '/settings', { viber });
  }

  function drafted(content: object): Promise<BroadcastJson> {
    return world.post('/broadcasts', { ...NEWS, ...content });
  }

  async function sendNow({ id, hash }: BroadcastJson, how: object = {}): Promise<BroadcastJson> {
    await world.post(`/broadcasts/${id}/approve`, { hash, ...how });
    return until('the broadcast to finish', async () => finishedOnly(await broadcast(id)));
  }

  function broadcast(id: string): Promise<BroadcastJson> {
    return world.call('GET', `/broadcasts/${id}`);
  }

  async function codesOf({ id }: BroadcastJson): Promise<(string | null)[]> {
    const { items } = await world.call<{ items: { code: string | null }[] }>(
      'GET',
      `/broadcasts/${id}/deliveries?status=skipped`,
    );
    return items.map(({ code }) => code);
  }
});

function finishedOnly(broadcast: BroadcastJson): BroadcastJson | undefined {
  return broadcast.status === 'finished' ? broadcast : undefined;
}

/** People of a list brought from elsewhere, who never wrote. @returns their addresses */
async function imported(world: TimedWorld, count: number): Promise<readonly string[]> {
  const people = Array.from(
    { length: count },
    () => world.emulators.viber.addPerson({ status: 'active' }).id,
  );
  const lines = people.map((address) => JSON.stringify({ channel: 'viber', address })).join('\n');
  await world.call('POST', '/subscribers/import', lines);
  return people;
}

/** Agreed to the mailing just now: a session is open. */
async function newcomer(world: TimedWorld, name: string): Promise<Resident> {
  const resident = aResident(world.emulators, 'viber', name);
  await resident.sees('Вітаємо!');
  await resident.press('Так, погоджуюся');
  await resident.press('Усі теми');
  await resident.sees('Надсилатимемо раз на день о 18:00, одним повідомленням.');
  return resident;
}
