import type { Page } from 'playwright-core';

/** More stops than any page has. */
const STOPS_MAX = 150;

/** Where the focus is: what stands there, whether it is seen and marked, and its place in the document. */
export async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, audio')];
    return {
      words:
        element.textContent?.trim() ||
        element.getAttribute('aria-label') ||
        element.id ||
        element.closest('label')?.textContent ||
        '',
      marked: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      seen: width > 0 && height > 0,
      place: stops.indexOf(element),
    };
  });
}

/** Presses Tab from the top of the page to its end. */
export async function tabThrough(page: Page) {
  const stops: NonNullable<Awaited<ReturnType<typeof focused>>>[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    // A field of a date is several stops running.
    const wrapped = stop && stops.slice(0, -1).some(({ place }) => place === stop.place && place >= 0);
    if (stop && stop.place >= 0 && stop.place === stops.at(-1)?.place) continue;
    if (!stop || wrapped || stops.length > STOPS_MAX) return stops;
    stops.push(stop);
  }
}

/** Presses Tab until the focus stands on these words. */
export async function tabTo(page: Page, words: string): Promise<void> {
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page))?.words.includes(words)) return;
  }
  throw new Error(`Tab never came to «${words}»`);
}
