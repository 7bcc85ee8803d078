import { writeFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { PICTURE_SIZE } from '../../../src/console/help/guide.js';
import { launchChromium } from '../../support/chromium.js';
import { startSandboxService } from '../sandbox-service.js';
import { takeSandbox } from './sandbox-picture.js';

/** So that a guide with three of them stays a light page. */
const PICTURE_BYTES_MAX = 40_000;
/** The page is somewhat wider than its picture, so that columns stand side by side. */
const SCALE = 0.7;
const PICTURES = new URL('../../../src/console/help/pictures/', import.meta.url);

const service = await startSandboxService();
const browser = await launchChromium();
try {
  const draft = await editorWrites(browser);
  await moderatorReads(browser);
  await headDecides(browser, draft);
  await takeSandbox(browser, service.url);
} finally {
  await browser.close();
  await service.stop();
}

/** @returns the address of the draft */
async function editorWrites(of: Browser): Promise<string> {
  const page = await signedIn(of, 'Редактор');
  await page.goto('/broadcasts/new');
  await page.getByLabel('Заголовок').fill('У суботу ярмарок на площі Франка');
  await page
    .getByLabel('Текст', { exact: true })
    .fill('З 9:00 до 15:00 на площі Івана Франка – **ярмарок**.\n\n- мед і садовина\n- вироби майстрів');
  await page.getByLabel('Куди веде головна кнопка').fill('https://nizhynrada.gov.ua/fair');
  const telegram = page.getByRole('article', { name: 'Вигляд у Telegram' });
  await telegram.getByText('вироби майстрів').waitFor();
  await take(page, 'help-compose');
  await page.getByRole('button', { name: 'Зберегти й переглянути' }).click();
  await page.getByText('Чернетку збережено.').waitFor();
  await take(page, 'help-draft');
  return new URL(page.url()).pathname;
}

async function moderatorReads(of: Browser): Promise<void> {
  const page = await signedIn(of, 'Модератор');
  await page.goto('/appeals');
  await take(page, 'help-queue');
  await page.getByRole('link', { name: /глибока яма/ }).click();
  await page.locator('.thumb img').evaluate((image: HTMLImageElement) => image.decode());
  await take(page, 'help-appeal');
}

async function headDecides(of: Browser, draft: string): Promise<void> {
  const page = await signedIn(of, 'Керівник');
  await take(page, 'help-home');
  await page.goto(draft);
  await take(page, 'help-approve', page.getByRole('heading', { name: 'Затвердження' }));
  await page.goto('/reports/2021-03');
  await take(page, 'help-report');
}

async function signedIn(of: Browser, role: string): Promise<Page> {
  const { width, height } = PICTURE_SIZE;
  const context = await of.newContext({
    baseURL: service.url,
    viewport: { width: width / SCALE, height: height / SCALE },
    deviceScaleFactor: SCALE,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByRole('button', { name: role }).click();
  await page.waitForURL((url) => url.pathname === '/');
  return page;
}

/** What the page shows below its menu, as a picture of the help; with `around` that part stands in the middle. */
async function take(page: Page, name: string, around?: Locator): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  if (around) await around.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  else await page.locator('main').evaluate((element) => element.scrollIntoView());
  const bytes = await sharp(await page.screenshot())
    .resize(PICTURE_SIZE)
    .webp({ quality: 34, effort: 6 })
    .toBuffer();
  if (bytes.byteLength > PICTURE_BYTES_MAX) throw new Error(`${name} weighs ${bytes.byteLength} bytes`);
  await writeFile(new URL(`${name}.webp`, PICTURES), bytes);
}
