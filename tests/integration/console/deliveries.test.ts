import { describe, expect, it } from 'vitest';
import type { DeliveryView } from '../../../src/services/broadcasts/delivery-store.js';
import { aBroadcast, counts } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeBroadcasts } from '../../support/console/fake-broadcasts.js';
import { fakeDeliveries } from '../../support/console/fake-deliveries.js';
import { open, submit } from '../../support/console/request-as.js';

const ROWS: readonly DeliveryView[] = [
  {
    subscriberId: 's1',
    channel: 'telegram',
    address: '700100200',
    status: 'sent',
    code: null,
    at: new Date('2026-11-23T09:59:30Z'),
  },
  {
    subscriberId: 's2',
    channel: 'viber',
    address: '=HYPERLINK("x")',
    status: 'unreachable',
    code: 'viber.6',
    at: null,
  },
  {
    subscriberId: 's3',
    channel: 'telegram',
    address: '700100201',
    status: 'skipped',
    code: 'left.stopped',
    at: new Date('2026-11-23T09:59:31Z'),
  },
];

const ENDED = aBroadcast({
  status: 'finished',
  counts: counts({ sent: 1, unreachable: 1, unknown: 2, skipped: 1 }),
});

function withRows(broadcast = ENDED) {
  const broadcasts = fakeBroadcasts([broadcast]);
  const deliveries = fakeDeliveries(ROWS, new Map([['s1', 'Марія']]));
  return { broadcasts, app: consoleApp({ broadcasts, deliveries }).app };
}

describe('/broadcasts/{id}/deliveries', () => {
  it('names every person, with the reason in words', async () => {
    const { html } = await open(withRows().app, '/broadcasts/b1/deliveries', 'viewer');
    expect(html).toContain('Марія');
    expect(html).toContain('людина відписалася у Viber');
    expect(html).toContain('людина відписалася раніше, ніж дійшла черга');
  });

  it('counts each reason and leads to its people', async () => {
    const { app } = withRows();
    const { html } = await open(app, '/broadcasts/b1/deliveries', 'viewer');
    const path = '/broadcasts/b1/deliveries?status=unreachable&amp;code=viber.6';
    expect(html).toContain(`href="${path}"`);
    const people = await open(app, path.replace('&amp;', '&'), 'viewer');
    expect(people.html).toContain('HYPERLINK');
    expect(people.html).not.toContain('700100200');
  });

  it.each([
    ['a status', '?status=sent', '700100200', '700100201'],
    ['a messenger', '?channel=viber', 'HYPERLINK', '700100200'],
    ['an address', '?q=700100201', '700100201', '700100200'],
  ])('finds people by %s, and offers the same people as a file', async (_what, query, found, others) => {
    const { html } = await open(withRows().app, `/broadcasts/b1/deliveries${query}`, 'viewer');
    expect(html).toContain(found);
    expect(html).not.toContain(others);
    expect(html).toContain(`/broadcasts/b1/deliveries.csv${query}`);
  });

  it('takes a filter nobody offered as none', async () => {
    const { status, html } = await open(withRows().app, '/broadcasts/b1/deliveries?status=lost', 'viewer');
    expect(status).toBe(200);
    expect(html).toContain('700100200');
  });
});

describe('sending to the missed', () => {
  it('makes a draft for them and opens it', async () => {
    const { app, broadcasts } = withRows();
    const { location } = await submit(app, '/broadcasts/b1/deliveries/missed', {}, 'editor');
    expect(location).toBe('/broadcasts/b2?done=save');
    expect(broadcasts.journal).toEqual(['missed of b1']);
    expect((await open(app, location ?? '', 'editor')).html).toContain('Лише ті, хто не отримав');
  });

  it('includes those of whom nothing is known only when staff say so', async () => {
    const { app, broadcasts } = withRows();
    const { html } = await open(app, '/broadcasts/b1/deliveries', 'editor');
    expect(html).toContain('Також тим, про кого невідомо (2)');
    await submit(app, '/broadcasts/b1/deliveries/missed', { includeUnknown: 'yes' }, 'editor');
    expect(broadcasts.journal).toEqual(['missed of b1, unknown too']);
  });

  it('makes one draft of a double click', async () => {
    const { app, broadcasts } = withRows();
    const fields = { requestId: 'same-page' };
    await Promise.all([1, 2].map(() => submit(app, '/broadcasts/b1/deliveries/missed', fields, 'editor')));
    expect(broadcasts.journal).toHaveLength(1);
  });

  it.each([
    ['while it is being sent', aBroadcast({ ...ENDED, status: 'sending' }), 'editor'],
    ['when everybody got it', aBroadcast({ status: 'finished', counts: counts({ sent: 3 }) }), 'editor'],
    ['to those who may not write', ENDED, 'viewer'],
  ] as const)('is not offered %s', async (_when, broadcast, role) => {
    const { html } = await open(withRows(broadcast).app, '/broadcasts/b1/deliveries', role);
    expect(html).not.toContain('Надіслати тим, хто не отримав');
  });
});

it('gives all deliveries as a spreadsheet that runs nothing', async () => {
  const { headers, html } = await open(withRows().app, '/broadcasts/b1/deliveries.csv', 'viewer');
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(html.replace('\uFEFF', '').split('\r\n')).toEqual([
    '"Адреса в месенджері";"Месенджер";"Стан";"Причина";"Код";"Коли"',
    '"700100200";"Telegram";"Надіслано";"";"";"23 листопада, 11:59"',
    '"\'=HYPERLINK(""x"")";"Viber";"Чат заблоковано";"людина відписалася у Viber";"viber.6";""',
    '"700100201";"Telegram";"Пропущено";"людина відписалася раніше, ніж дійшла черга";"left.stopped";"23 листопада, 11:59"',
    '',
  ]);
});
