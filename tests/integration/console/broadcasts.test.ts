import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/refusal.js';
import { aViberPrice } from '../../support/console/a-viber-price.js';
import { aBroadcast } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { SENDING_COUNTS } from '../../support/console/demo-counts.js';
import { fakeBroadcasts } from '../../support/console/fake-broadcasts.js';
import { open, submit } from '../../support/console/request-as.js';

function withBroadcasts(...given: Parameters<typeof fakeBroadcasts>) {
  const broadcasts = fakeBroadcasts(...given);
  return { broadcasts, app: consoleApp({ broadcasts }).app };
}

const FILLED = {
  kind: 'announcement',
  title: 'Завтра не буде води',
  text: 'З 9:00 до 15:00.\r\n\r\n**Запасіться** водою.',
  linkUrl: 'https://nizhynrada.gov.ua/voda',
  linkLabel: '',
  pictureUrl: '',
  pictureAlt: '',
  channels: 'viber',
  topics: 'utilities',
  sendAt: '2026-11-24T10:00',
  delivery: '',
};

describe('/broadcasts/new', () => {
  it('makes a draft of what was typed and leads to its preview', async () => {
    const { app, broadcasts } = withBroadcasts([]);
    const { status, location } = await submit(app, '/broadcasts/new', FILLED, 'editor');
    expect([status, location]).toEqual([303, '/broadcasts/b1?done=save']);
    expect(broadcasts.inputs).toEqual([
      {
        kind: 'announcement',
        title: 'Завтра не буде води',
        text: 'З 9:00 до 15:00.\n\n**Запасіться** водою.',
        link: { url: 'https://nizhynrada.gov.ua/voda', label: 'Читати на сайті' },
        media: [],
        pictures: [],
        buttons: [],
        audience: { channels: ['viber'], topics: ['utilities'] },
        sendAt: new Date('2026-11-24T08:00:00Z'),
        delivery: undefined,
        ignoreQuietHours: false,
      },
    ]);
  });

  it.each([
    ['title', { title: ' ' }, 'Напишіть заголовок.'],
    ['text', { text: '' }, 'Напишіть текст.'],
    ['linkUrl', { linkUrl: 'javascript:alert(1)' }, 'Вкажіть повну адресу'],
    [
      'pictureUrl',
      { pictureUrl: 'http://nizhynrada.gov.ua/a.jpg', pictureAlt: 'Фото' },
      'починається з https://',
    ],
    ['pictureAlt', { pictureUrl: 'https://nizhynrada.gov.ua/a.jpg' }, 'Опишіть картинку словами'],
    ['channels', { channels: 'fax' }, 'Оберіть хоча б один месенджер зі списку.'],
    ['sendAt', { sendAt: '2026-13-45T10:00' }, 'Вкажіть день і час'],
    ['linkLabel', { linkLabel: 'а'.repeat(33) }, 'Не довше ніж 32 знаків.'],
    ['kind', { kind: 'rumour' }, 'Оберіть вид зі списку.'],
  ])('says what is wrong with %s and keeps the rest', async (field, wrong, words) => {
    const { app, broadcasts } = withBroadcasts([]);
    const { status, html } = await submit(app, '/broadcasts/new', { ...FILLED, ...wrong }, 'editor');
    expect(status).toBe(422);
    expect(html).toContain(`id="${field}-error"`);
    expect(html).toContain(words);
    expect(html).toContain('value="utilities" checked');
    expect(broadcasts.inputs).toEqual([]);
  });

  it('shows a refusal of the service, e.g. of the picture, and keeps what was typed', async () => {
    const { broadcasts } = withBroadcasts([]);
    const create = () =>
      Promise.reject(new Refusal('invalid', 'picture.too-large', 'Картинка більша за 10 МБ.'));
    const { app } = consoleApp({ broadcasts: { ...broadcasts, create } });
    const { status, html } = await submit(app, '/broadcasts/new', FILLED, 'editor');
    expect(status).toBe(422);
    expect(html).toContain('Картинка більша за 10 МБ.');
    expect(html).toContain('value="Завтра не буде води"');
  });

  it('makes one draft of a double click', async () => {
    const { app, broadcasts } = withBroadcasts([]);
    const fields = { ...FILLED, requestId: 'same-page' };
    await Promise.all([1, 2].map(() => submit(app, '/broadcasts/new', fields, 'editor')));
    expect(broadcasts.inputs).toHaveLength(1);
  });
});

describe('/broadcasts/{id}', () => {
  it('shows a draft as each messenger will, with what is lost and who gets it', async () => {
    const { html } = await open(withBroadcasts([aBroadcast()]).app, '/broadcasts/b1', 'approver');
    expect(html).toContain('<strong>завершили роботи</strong>');
    expect(html).toContain('Перелік вулиць (https://nizhynrada.gov.ua/osvitlennya)');
    expect(html).toContain('Viber не показує жирний шрифт');
    expect(html).toContain('1\u00a0500 підписників: Telegram – 900, Viber – 600');
    expect(html).toContain('name="hash" value="hash-1"');
  });

  it('shows every message that a long text or an album becomes', async () => {
    const picture = { fileId: 'f', publicName: 'k3x.jpg', alt: 'Міст' };
    const { html } = await open(
      withBroadcasts([aBroadcast({ pictures: [picture, picture] })]).app,
      '/broadcasts/b1',
      'approver',
    );
    const [, telegram = '', viber = ''] = html.split('<article');
    expect(telegram.match(/Повідомлення \d з \d/g)).toEqual(['Повідомлення 1 з 2', 'Повідомлення 2 з 2']);
    expect(telegram.match(/<img/g)).toHaveLength(2);
    expect(telegram).toContain('<span class="preview-button">Менше таких</span>');
    expect(viber.match(/<img/g)).toHaveLength(1);
    expect(viber).toContain('Усі фото: https://nizhyn.example/n/b1');
  });

  it.each([
    ['today', '2026-11-23T10:30:00Z', 'undo', 'о 12:30: доти затвердження можна забрати'],
    ['tomorrow', '2026-11-24T06:00:00Z', 'quiet-hours', 'завтра о 08:00: тихі години'],
    ['another day', '2026-11-26T09:00:00Z', 'schedule', '26 листопада об 11:00: так заплановано'],
  ] as const)('says when it leaves and why: %s', async (_day, at, reason, words) => {
    const departure = { at: new Date(at), reason };
    const { app } = withBroadcasts([aBroadcast({ status: 'scheduled', departure })]);
    expect((await open(app, '/broadcasts/b1', 'viewer')).html).toContain(words);
  });

  it('says that people with a daily digest still wait for theirs', async () => {
    const departure = { at: new Date('2026-11-23T10:00:00Z'), reason: undefined };
    const digest = aBroadcast({ status: 'sending', delivery: 'digest', departure, ...SENDING_COUNTS });
    const { html } = await open(withBroadcasts([digest]).app, '/broadcasts/b1', 'viewer');
    expect(html).toContain('у щоденній добірці, зазвичай о 18:00; хто обрав новини одразу – одразу');
    expect(html).toContain('побачить цю в її годину, зазвичай о 18:00');
    expect(html).not.toContain('<dt>Надсилається</dt>');
    const draft = { ...digest, status: 'draft' } as const;
    const before = await open(withBroadcasts([draft]).app, '/broadcasts/b1', 'viewer');
    expect(before.html).toContain('<dd>одразу; добірка – у свою годину</dd>');
    expect(before.html).not.toContain('побачить цю');
  });

  it('says that a messenger has asked to wait, and until when', async () => {
    const until = new Date('2026-11-23T10:35:00Z');
    const { app } = withBroadcasts([
      aBroadcast({ status: 'sending', silences: [{ channel: 'telegram', until }] }),
    ]);
    const { html } = await open(app, '/broadcasts/b1', 'viewer');
    expect(html).toContain('Telegram попросив зачекати: надсилання туди продовжиться саме о 12:35.');
  });

  it('approves exactly what was shown', async () => {
    const { app, broadcasts } = withBroadcasts([aBroadcast()]);
    const { location } = await submit(app, '/broadcasts/b1/approve', { hash: 'hash-1' }, 'approver');
    expect(location).toBe('/broadcasts/b1?done=approve');
    expect(broadcasts.journal).toEqual(['approve hash-1 b1']);
  });

  it.each([
    ['another content', { hash: 'hash-0' }, 409, 'Розсилку змінили.'],
    ['no hash', {}, 409, 'Розсилку змінили.'],
  ])('does not approve with %s', async (_case, fields: Record<string, string>, expected, words) => {
    const { app, broadcasts } = withBroadcasts([aBroadcast()]);
    const { status, html } = await submit(app, '/broadcasts/b1/approve', fields, 'approver');
    expect(status).toBe(expected);
    expect(html).toContain(words);
    expect(broadcasts.journal).toEqual([]);
  });

  it('throws a draft away', async () => {
    const { app } = withBroadcasts([aBroadcast()]);
    expect((await open(app, '/broadcasts/b1', 'editor')).html).toContain('action="/broadcasts/b1/remove"');
    const { location } = await submit(app, '/broadcasts/b1/remove', {}, 'editor');
    const { html } = await open(app, location ?? '', 'editor');
    expect(html).toContain('Чернетку видалено.');
    expect(html).not.toContain('href="/broadcasts/b1"');
  });

  it.each([
    ['sending', 'pause', 'Розсилку призупинено.'],
    ['approved', 'undo', 'Затвердження забрано.'],
    ['scheduled', 'undo', 'Затвердження забрано.'],
    ['paused', 'resume', 'Розсилку продовжено.'],
    ['sending', 'cancel', 'Розсилку скасовано.'],
  ] as const)('while %s offers and does: %s', async (status, action, words) => {
    const { app, broadcasts } = withBroadcasts([aBroadcast({ status })]);
    expect((await open(app, '/broadcasts/b1', 'approver')).html).toContain(
      `action="/broadcasts/b1/${action}"`,
    );
    const { location } = await submit(app, `/broadcasts/b1/${action}`, {}, 'approver');
    expect(broadcasts.journal).toEqual([`${action} b1`]);
    expect((await open(app, location ?? '', 'approver')).html).toContain(words);
  });

  it.each([
    ['correct', { text: 'Правильно так' }, 'correct b1: Правильно так', 'Виправлення надсилається.'],
    ['recall', { reason: 'Помилка' }, 'recall b1: Помилка', 'Повідомлення відкликано.'],
  ] as const)('once it is sent, offers and does: %s', async (action, form, done, words) => {
    const sent = aBroadcast({ status: 'finished', startedAt: new Date('2026-11-23T08:00:00Z') });
    const { app, broadcasts } = withBroadcasts([sent]);
    const { html } = await open(app, '/broadcasts/b1', 'approver');
    expect(html).toContain(`action="/broadcasts/b1/${action}"`);
    expect(html).toContain('Viber');
    expect((await open(app, '/broadcasts/b1', 'editor')).html).not.toContain(`/${action}"`);
    expect((await submit(app, `/broadcasts/b1/${action}`, form, 'editor')).status).toBe(403);
    const { location } = await submit(app, `/broadcasts/b1/${action}`, form, 'approver');
    expect(broadcasts.journal).toEqual([done]);
    expect((await open(app, location ?? '', 'approver')).html).toContain(words);
  });

  it('lets an editor propose a correction, and shows it to who may let it go', async () => {
    const startedAt = new Date('2026-11-23T08:00:00Z');
    const proposal = { text: 'Насправді так', by: 'editor', at: startedAt };
    const sent = aBroadcast({ status: 'finished', startedAt, proposal });
    const { app, broadcasts } = withBroadcasts([sent]);
    const { html } = await open(app, '/broadcasts/b1', 'editor');
    expect(html).toContain('action="/broadcasts/b1/propose"');
    expect(html).toContain('Чекає на другу людину');
    await submit(app, '/broadcasts/b1/propose', { text: 'Правильно так' }, 'editor');
    expect(broadcasts.journal).toEqual(['propose b1: Правильно так']);
    const approver = await open(app, '/broadcasts/b1', 'approver');
    expect(approver.html).toContain('Насправді так');
    expect(approver.html).toContain('Затвердити й надіслати виправлення');
  });

  it('asks for the text of a correction', async () => {
    const sent = aBroadcast({ status: 'finished', startedAt: new Date('2026-11-23T08:00:00Z') });
    const { app, broadcasts } = withBroadcasts([sent]);
    expect((await submit(app, '/broadcasts/b1/correct', { text: ' ' }, 'approver')).status).toBe(422);
    expect(broadcasts.journal).toEqual([]);
  });

  it('shows nine counts per messenger that add up', async () => {
    const { app } = withBroadcasts([aBroadcast({ status: 'sending', ...SENDING_COUNTS })]);
    const { html } = await open(app, '/broadcasts/b1', 'viewer');
    const cells = [...html.matchAll(/<td class="number">(?:<strong>)?([\d\u00a0]+)/g)].map(([, text]) =>
      Number(text?.replaceAll('\u00a0', '')),
    );
    expect(cells).toHaveLength(30);
    for (const column of [0, 1, 2]) {
      const numbers = cells.filter((_, index) => index % 3 === column);
      expect(numbers.slice(0, 9).reduce((sum, count) => sum + count, 0)).toBe(numbers[9]);
    }
  });
});

it('escapes titles and texts, and links only to the web', async () => {
  const hostile = '<script>alert(1)</script> [натисніть](javascript:alert(1)) [сюди](https://e.ua/"onclick=)';
  const { app } = withBroadcasts([aBroadcast({ title: hostile, text: hostile })]);
  for (const path of ['/broadcasts', '/broadcasts/b1', '/broadcasts/b1/edit']) {
    const { html } = await open(app, path, 'editor');
    expect(html).not.toContain('<script>');
    expect(html).not.toMatch(/href="javascript/);
  }
});

it('a broadcast that went to nobody has no bar', async () => {
  const toNobody = aBroadcast({ status: 'finished', startedAt: new Date('2021-03-31T08:00:00Z') });
  const toSome = { ...toNobody, ...SENDING_COUNTS, id: 'b2' };
  const { app } = consoleApp({ broadcasts: fakeBroadcasts([toNobody, toSome]) });
  const { html } = await open(app, '/broadcasts', 'viewer');
  expect(html).not.toContain('0 з 0');
  expect(html.match(/Разом/g)).toHaveLength(1);
});

describe('the price in Viber', () => {
  const pageOf = async (...given: Parameters<typeof aBroadcast>) => {
    const { app } = withBroadcasts([aBroadcast(...given)]);
    const { html } = await open(app, '/broadcasts/b1', 'editor');
    const text = html.replace(/<[^>]+>/g, ' ').replaceAll('\u{a0}', ' ');
    return text.replace(/\s+/g, ' ');
  };

  it('is not spoken of while none is set', async () => {
    expect(await pageOf()).not.toContain('Ціна у Viber');
  });

  it('is foreseen before approval, with whom it does not suffice for', async () => {
    const text = await pageOf({ viberPrice: aViberPrice() });
    expect(text).toContain('Якщо надіслати зараз У сеансі, безкоштовно 120 людей');
    expect(text).toContain('Платно 633 повідомлення ≈ 12,40 €');
    expect(text).toContain('Не вистачає місячного ліміту Viber, не отримають: 259 людей.');
    expect(text).toContain('з 50,00 €; безкоштовних поза сеансом лишилося 588');
  });

  it('is an upper bound for news that come in digests', async () => {
    const text = await pageOf({ viberPrice: aViberPrice({ isShared: true }) });
    expect(text).toContain('Платно не більше ніж 633 повідомлення ≈ 12,40 €');
  });

  it('stands afterwards beside what Viber billed', async () => {
    const billed = { inSession: 118, free: 588, paid: 640, euros: 12.54 };
    const text = await pageOf({ status: 'finished', viberPrice: aViberPrice({ billed }) });
    expect(text).toContain('Очікували на час затвердження У сеансі, безкоштовно 120 людей');
    expect(text).toContain('За відповідями Viber У сеансі, безкоштовно 118 повідомлень');
    expect(text).toContain('Платно 640 повідомлень – 12,54 €');
  });
});
