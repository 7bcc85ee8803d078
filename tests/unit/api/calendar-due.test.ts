import { describe, expect, it } from 'vitest';
import { anApi } from './an-api.js';

const PATH = '/api/v1/calendar/due';

interface Due {
  readonly registeredAt: string;
  readonly dueAt: string;
  readonly steps: readonly string[];
}

describe('GET /api/v1/calendar/due', () => {
  const due = async (query: string, api = anApi()) => {
    const answer = await api.ask('GET', `${PATH}?${query}`);
    expect(answer.status).toBe(200);
    return (await answer.json()) as Due;
  };

  it('says when it is registered, when it is due, and why', async () => {
    const { registeredAt, dueAt, steps } = await due('clock=appeal&from=2026-01-31T12:00:00%2B02:00');
    expect([registeredAt, dueAt]).toEqual(['2026-02-02T06:00:00.000Z', '2026-03-02T21:59:59.000Z']);
    expect(steps.at(-1)).toBe('Останній день: понеділок, 2 березня 2026 року.');
  });

  it.each([
    '2026-07-01T09:00:00%2B03:00',
    '2026-07-01T09:00:00+03:00',
    '2026-07-01T06:00:00Z',
    '2026-07-01T09:00',
  ])('takes %s for the same moment', async (from) => {
    expect((await due(`clock=information-urgent&from=${from}`)).dueAt).toBe('2026-07-03T06:00:00.000Z');
  });

  it('heeds the office’s hours and the days that staff have named', async () => {
    const api = anApi();
    const body = {
      organisation: { officeHours: '9:00–15:30' },
      office: { exceptions: [{ day: '2026-11-24', isWorking: false, reason: 'Санітарний день' }] },
    };
    expect((await api.ask('PATCH', '/api/v1/settings', { body })).status).toBe(200);
    const { registeredAt } = await due('clock=appeal&from=2026-11-23T15:30', api);
    expect(registeredAt).toBe('2026-11-25T07:00:00.000Z');
  });

  it.each([
    ['clock=appeal', 'from'],
    ['clock=week&from=2026-01-31T12:00:00Z', 'clock'],
    ['clock=appeal&from=2026-01-31', 'must be an ISO time'],
    ['clock=appeal&from=2026-02-30T12:00:00Z', 'calendar.no-such-day'],
    ['clock=appeal&from=2026-01-31T25:00:00Z', 'calendar.no-such-day'],
    ['clock=appeal&from=1999-12-31T12:00:00Z', 'calendar.year'],
    ['clock=information&from=2010-12-31T12:00:00Z', 'calendar.no-term'],
    ['clock=appeal&from=2026-01-31T12:00:00Z&days=3', 'days'],
  ])('refuses %s', async (query, complaint) => {
    const answer = await anApi().ask('GET', `${PATH}?${query}`);
    expect(answer.status).toBe(422);
    expect(JSON.stringify(await answer.json())).toContain(complaint);
  });
});
