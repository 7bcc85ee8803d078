import { beforeAll, describe, expect, it } from 'vitest';
import { aBroadcast, anAppeal, aSubscriber } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { fakeBroadcasts } from '../../support/console/fake-broadcasts.js';
import { aFeed, fakeFeeds } from '../../support/console/fake-feeds.js';
import { open, submit } from '../../support/console/request-as.js';

/** Leaves an attribute, opens a script and an image, and is a link that runs. */
const HOSTILE = `Зло"'><script>steal()</script><img src=x onerror=steal()> [тут](javascript:steal())`;
const SHORT = '"><img src=x onerror=steal()>';
const APPEAL = `/appeals/${encodeURIComponent('Н-2026-000123')}`;

const PAGES = [
  '/',
  '/appeals',
  `/appeals?q=${encodeURIComponent(HOSTILE)}`,
  APPEAL,
  `${APPEAL}/print`,
  `${APPEAL}/registration-card`,
  '/broadcasts',
  '/broadcasts/b1',
  '/broadcasts/b1/edit',
  '/broadcasts/b1/deliveries',
  '/broadcasts/b1/trial',
  '/templates',
  '/templates/t1',
  '/templates/t1/use',
  '/publications',
  `/publications?q=${encodeURIComponent(HOSTILE)}`,
  '/publications/000000000000000000000001',
  '/publications/000000000000000000000001/edit',
  '/feeds',
  `/feeds/${aFeed().id}`,
  '/greetings?year=2026',
  '/greetings/2026-12-20',
  '/reports/2026-10',
  '/subscribers',
  '/staff',
  '/settings/departments',
  '/settings/departments/d1',
  '/settings/replies',
  '/settings/tokens',
  `/settings/poster?source=${encodeURIComponent(HOSTILE)}`,
  '/audit',
  `/audit?q=${encodeURIComponent(HOSTILE)}`,
];

let city: ReturnType<typeof consoleApp>;

beforeAll(async () => {
  const names = new Map([
    ['moderator', HOSTILE],
    ['administrator', HOSTILE],
  ]);
  city = consoleApp({
    appeals: fakeAppeals([
      anAppeal({
        subject: HOSTILE,
        applicant: { fullName: HOSTILE, residence: HOSTILE, phone: HOSTILE },
        coApplicants: [{ fullName: HOSTILE, residence: HOSTILE }],
        place: { address: HOSTILE },
        assigneeId: 'moderator',
        messages: [
          {
            id: 'm1',
            from: 'citizen',
            text: HOSTILE,
            files: [{ fileId: 'f', kind: 'document', name: HOSTILE, contentType: 'text/html', sizeBytes: 1 }],
            at: new Date('2026-11-20T07:12:00Z'),
          },
        ],
        notes: [{ id: 'n1', authorId: 'moderator', text: HOSTILE, at: new Date('2026-11-20T07:13:00Z') }],
      }),
    ]),
    broadcasts: fakeBroadcasts([
      aBroadcast({
        title: HOSTILE,
        text: HOSTILE,
        link: { url: 'https://nizhynrada.gov.ua/', label: SHORT },
        buttons: [{ url: 'https://nizhynrada.gov.ua/', label: SHORT }],
        pictures: [{ fileId: 'f', publicName: 'k3x.jpg', alt: HOSTILE }],
      }),
    ]),
    feeds: fakeFeeds([aFeed({ name: HOSTILE })]).feeds,
    subscriptions: {
      ...consoleApp().parts.subscriptions,
      list: async () => ({ items: [aSubscriber({ name: HOSTILE })], nextCursor: null }),
    },
    namesOf: async () => names,
  });
  const typed: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      '/settings/departments',
      { name: HOSTILE, nameGenitive: HOSTILE, phone: SHORT, headName: HOSTILE, headPosition: HOSTILE },
    ],
    ['/settings/replies', { title: SHORT, text: HOSTILE }],
    ['/settings/tokens', { name: SHORT, roles: 'viewer' }],
    ['/staff', { name: SHORT, position: HOSTILE, email: 'zlo@nizhyn.example', roles: 'editor' }],
    ['/templates/new', { name: SHORT, kind: 'news', title: SHORT, text: HOSTILE, channels: 'telegram' }],
    ['/publications/new', { kind: 'news', topic: 'news', title: HOSTILE, text: HOSTILE }],
    ['/greetings/local', { name: SHORT, genitive: SHORT, instrumental: SHORT, date: '2026-12-20' }],
    ['/greetings/mourning', { from: '2026-12-20', reason: SHORT }],
    ['/appeals/views', { 'view-name': SHORT, address: '/appeals?view=mine' }],
    ['/reports/2026-10/sentences', { after: 'end', text: HOSTILE }],
  ];
  for (const [path, fields] of typed) {
    const { status } = await submit(city.app, path, fields, 'administrator');
    expect([path, status]).toEqual([path, expect.toBeOneOf([201, 303])]);
  }
});

/** What of the words above a browser would take for markup of ours. */
function harmful(html: string): readonly string[] {
  return html.match(/<script>steal|<img src=x|<[^>]*\s(?:href|src|action)="\s*javascript:[^"]*"|"'></g) ?? [];
}

describe('words that somebody stored', () => {
  it.each(PAGES)('stay words on %s', async (path) => {
    const { html } = await open(city.app, path, 'administrator');
    expect(harmful(html)).toEqual([]);
    expect(html).toContain('steal()');
  });
});
