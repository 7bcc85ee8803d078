import { afterEach, describe, expect, it } from 'vitest';
import type { Role } from '../../../src/domain/role.js';
import { anAppeal } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { cookieOf } from '../../support/console/fake-staff.js';
import { open, submit } from '../../support/console/request-as.js';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Opens a stream and reads its words one by one. */
async function listen(app: ReturnType<typeof consoleApp>['app'], query: string, role: Role = 'moderator') {
  const response = await app.request(`/events?${query}`, { headers: { cookie: cookieOf(role) } });
  const reader = response.body?.getReader();
  const next = async (): Promise<string> => {
    const chunk = await reader?.read();
    return chunk?.done ? 'the end' : new TextDecoder().decode(chunk?.value).trim();
  };
  return { response, next };
}

function liveConsole() {
  const appeals = fakeAppeals([anAppeal()]);
  const { app, stop } = consoleApp({ appeals });
  stops.push(stop);
  return { appeals, app, stop };
}

const CHANGED = 'event: changed\ndata:';

describe('/events', () => {
  it('speaks at once, and again when a new appeal comes', async () => {
    const { app, appeals } = liveConsole();
    const { response, next } = await listen(app, 'watch=queue');
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(await next()).toBe(CHANGED);
    appeals.put(anAppeal({ number: 'Н-2026-000124' }));
    expect(await next()).toBe(CHANGED);
  });

  it('tells the page of an appeal that the answer was delivered', async () => {
    const { app, appeals } = liveConsole();
    const path = `/appeals/${encodeURIComponent('Н-2026-000123')}`;
    await submit(app, `${path}/reply`, { answer: 'Зробимо.', requestId: 'r' }, 'moderator');
    const { next } = await listen(app, `watch=appeal&number=${encodeURIComponent('Н-2026-000123')}`);
    await next();
    const [, messageId = ''] =
      /data-key="([\w-]{20,})"/.exec((await open(app, path, 'moderator')).html) ?? [];
    appeals.setDelivery(messageId, { status: 'delivered', code: null });
    expect(await next()).toBe(CHANGED);
  });

  it('ends when the service stops', async () => {
    const { app, stop } = liveConsole();
    const { next } = await listen(app, 'watch=home');
    await next();
    stop();
    expect(await next()).toBe('the end');
  });

  it.each(['watch=nothing', '', 'watch=appeal&number=unknown', 'watch=broadcast&id=unknown'])(
    'does not open a stream for «%s»',
    async (query) => {
      const { response } = await listen(liveConsole().app, query);
      expect(response.status).toBe(404);
    },
  );
});
