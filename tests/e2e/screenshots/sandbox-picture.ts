import type { Browser, Locator } from 'playwright-core';

const SIZE = { width: 1280, height: 900 };
const PICTURE = new URL('sandbox.png', import.meta.url).pathname;
/** Both phones have the broadcast long before the crowd: the undo's seconds come first. */
const ARRIVES_MS = 60_000;

/** The sandbox in the middle of its broadcast, with an appeal that waits for its answer: the README's first picture. */
export async function takeSandbox(of: Browser, url: string): Promise<void> {
  const context = await of.newContext({ baseURL: url, viewport: SIZE, colorScheme: 'light' });
  const page = await context.newPage();
  await page.goto('/sandbox');
  const phone = (name: string) => page.getByRole('region', { name: `Телефон: ${name}` });
  const [telegram, viber] = [phone('Telegram'), phone('Viber')] as const;
  const press = (where: Locator, name: string) =>
    where.getByRole('button', { name, exact: true }).last().click();
  const says = (words: RegExp) => telegram.getByText(words).last().waitFor();
  const attach = async (name: RegExp) => {
    await telegram.getByLabel(/^Прикріпити/).click();
    await telegram.getByRole('button', { name }).click();
  };

  for (const name of ['Почати', 'Так, погоджуюся', 'Усі теми', 'Меню', 'Написати до міськради'])
    await press(telegram, name);
  await says(/Опишіть своїми словами/);
  await attach(/^Що сталося/);
  await says(/Записали/);
  await attach(/^Темний ліхтар/);
  for (const name of ['Далі', 'Надіслати моє місце']) await press(telegram, name);
  await says(/Додано 1 файл/);
  for (const name of ['Далі', 'Офіційно']) await press(telegram, name);
  await says(/Напишіть прізвище/);
  await attach(/^Хто:/);
  await says(/Напишіть місце проживання/);
  await attach(/^Адреса:/);
  await press(telegram, 'Надіслати');
  await says(/Номер: Н-/);
  for (const name of ['Відкрити чат', 'Так, погоджуюся', 'Усі теми']) await press(viber, name);

  const opened = context.waitForEvent('page');
  await page.getByRole('button', { name: /^Відкрити новину/ }).click();
  const tab = await opened;
  await tab.getByRole('button', { name: /^Затвердити/ }).click();
  await tab.waitForURL(/done=approve/);
  await tab.close();
  for (const one of [telegram, viber])
    await one
      .getByText(/перший рейс/)
      .last()
      .waitFor({ timeout: ARRIVES_MS });
  await page.getByText(/[2-9]\d\d \/ 901/).waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: PICTURE });
  await context.close();
}
