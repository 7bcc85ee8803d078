import { describe, expect, it } from 'vitest';
import { consoleApp } from '../../support/console/console-app.js';
import { open, submit } from '../../support/console/request-as.js';

const CARD = {
  title: 'Як оформити субсидію?',
  text: 'Зверніться до управління соцзахисту.',
  stems: 'субсид\nпільг опален',
  ownerId: 'head',
  checkBy: '2026-12-31',
};

describe('/settings/faq', () => {
  it('adds a card and shows it with its counts, changes it and deletes it', async () => {
    const { app } = consoleApp();
    expect((await submit(app, '/settings/faq', CARD, 'head')).status).toBe(303);
    const list = await open(app, '/settings/faq', 'head');
    expect(list.html).toContain('перевірити до 31 грудня 2026 року');
    expect(list.html).toContain('Допомогло: 0 разів. Усе одно подали: 0 разів.');
    await submit(app, '/settings/faq/f1', { ...CARD, checkBy: '2026-01-01' }, 'head');
    expect((await open(app, '/settings/faq', 'head')).html).toContain(
      'Не показується: строк перевірки минув.',
    );
    await submit(app, '/settings/faq/f1/remove', {}, 'head');
    expect((await open(app, '/settings/faq/f1', 'head')).status).toBe(404);
  });

  it('says what is missing, with what was typed', async () => {
    const { status, html } = await submit(consoleApp().app, '/settings/faq', { ...CARD, stems: '' }, 'head');
    expect(status).toBe(422);
    expect(html).toContain('Назвіть початки слів');
    expect(html).toContain('Зверніться до управління соцзахисту.');
  });
});
