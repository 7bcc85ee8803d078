import { describe, expect, it } from 'vitest';
import { consoleApp } from '../../support/console/console-app.js';
import { someLights } from '../../support/console/fake-lights.js';
import { open, submit } from '../../support/console/request-as.js';

describe('/settings/lights', () => {
  it('says before the first look that nobody has looked', async () => {
    const lights = { ...someLights(), last: () => undefined };
    const { html } = await open(consoleApp({ lights }).app, '/settings/lights', 'head');
    expect(html).toContain('ще не перевіряли');
    expect(html).not.toContain('Працює');
  });

  it('shows three lights after the button', async () => {
    const { html } = await submit(consoleApp().app, '/settings/lights', {}, 'head');
    expect(html.match(/Працює</g)).toHaveLength(3);
    expect(html).toContain('пробний запис тривав 7 мс');
  });

  it.each([
    [{ telegram: { kind: 'off' } }, 'впише TELEGRAM_BOT_TOKEN'],
    [{ telegram: { kind: 'failed', code: 'telegram.401' } }, 'перевірте TELEGRAM_BOT_TOKEN'],
    [{ viber: { kind: 'failed', code: 'network.dns' } }, 'перевірте інтернет на сервері'],
    [{ database: { kind: 'failed', reason: 'late' } }, 'не відповіла за 5 секунд'],
  ] as const)('says of %j what to do', async (given, advice) => {
    const { html } = await submit(
      consoleApp({ lights: someLights(given) }).app,
      '/settings/lights',
      {},
      'head',
    );
    expect(html).toContain(advice);
  });

  it('says that people’s messages go elsewhere', async () => {
    const { telegram } = await someLights().check();
    if (telegram.kind !== 'answers') throw new Error('the fake answers');
    const lights = someLights({ telegram: { ...telegram, reception: { kind: 'elsewhere' } } });
    const { html } = await submit(consoleApp({ lights }).app, '/settings/lights', {}, 'head');
    expect(html).toContain('Потребує уваги');
    expect(html).toContain('приходять не сюди');
  });
});

describe('/settings/poster', () => {
  it('leads to both chats with the poster’s mark', async () => {
    const { html } = await open(consoleApp().app, '/settings/poster?source=library-1', 'head');
    expect(html).toContain('https://t.me/nizhyn_bot?start=library-1');
    expect(html).toContain('viber://pa?chatURI=nizhynrada&amp;context=library-1');
    expect(html.match(/class="qr-code"/g)).toHaveLength(2);
  });

  it('refuses a mark that messengers would not bring back, and keeps it typed', async () => {
    const { html } = await open(consoleApp().app, '/settings/poster?source=бібліотека', 'head');
    expect(html).toContain('Лише латинські літери');
    expect(html).toContain('value="бібліотека"');
    expect(html).toContain('>t.me/nizhyn_bot<');
  });

  it('says which messenger has no code', async () => {
    const lights = someLights({ viber: { kind: 'off' } });
    const { html } = await open(consoleApp({ lights }).app, '/settings/poster', 'head');
    expect(html).toContain('Viber не підключено');
    expect(html.match(/class="qr-code"/g)).toHaveLength(1);
  });
});

it('/settings/database says which database it is, and how large', async () => {
  const { html } = await open(consoleApp().app, '/settings/database', 'head');
  expect(html).toContain('Вбудована, у каталозі даних сервісу');
  expect(html).toContain('5\u{a0}МБ');
});
