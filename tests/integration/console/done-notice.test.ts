import { describe, expect, it } from 'vitest';
import { consoleApp } from '../../support/console/console-app.js';
import { open } from '../../support/console/request-as.js';

const { app } = consoleApp();

/** What a page says has been done, without markup. */
async function saidOn(path: string): Promise<readonly string[]> {
  const { html } = await open(app, path, 'administrator');
  return [...html.matchAll(/<p class="notice notice-ok" role="status">(.*?)<\/p>/gs)].map(
    ([, text]) => text ?? '',
  );
}

describe('what a page says has been done', () => {
  it.each([
    ['/absences?done=set', 'Відсутність записано.'],
    ['/account?done=end-session', 'Сеанс завершено.'],
    ['/broadcasts?done=remove', 'Чернетку видалено.'],
    ['/settings/organisation?done=save', 'Налаштування збережено.'],
    ['/today?done=called', 'Записано.'],
  ])('%s is a sentence of ours', async (path, sentence) => {
    expect(await saidOn(path)).toEqual([sentence]);
  });

  it.each(['constructor', '__proto__', 'toString', '', 'x'])('is nothing for %j', async (done) => {
    for (const path of [
      '/absences',
      '/account',
      '/feeds',
      '/greetings',
      '/settings/faq',
      '/settings/replies',
    ])
      expect([path, await saidOn(`${path}?done=${done}`)]).toEqual([path, []]);
  });
});
