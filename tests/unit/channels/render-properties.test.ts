import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinLinks, styledRuns } from '../../../src/channels/styled-text.js';
import type { TelegramPayload } from '../../../src/channels/telegram/payload.js';
import { renderTelegram, TELEGRAM_LIMITS } from '../../../src/channels/telegram/render.js';
import { renderViber, VIBER_LIMITS } from '../../../src/channels/viber/render.js';
import { viberText } from '../../../src/channels/viber/text.js';
import type { Run } from '../../../src/domain/shown-message.js';
import { type FormattedText, parseHtml } from '../../../src/sandbox/emulators/telegram/html.js';
import { TEXT_MAX } from '../../../src/services/broadcasts/input.js';

const LOOK = {
  senderName: 'Ніжинська міська рада',
  pictureUrl: (name: string) => `https://nizhyn.example/media/${name}`,
};
const PICTURE = { fileId: 'f', publicName: 'p.jpg', alt: 'Міст' };

/** What editors paste: words, signs that mean something to somebody, every kind of long emoji, marks and links. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('слово', 'Ніжин', 'об’їзд', 'a<b>&amp;', '5\u00a0000\u00a0грн', '"«»"'),
  },
  { weight: 2, arbitrary: fc.constantFrom('👩‍👧‍👦', '🇺🇦', '👍🏽', '❤️', '1️⃣', '\ud83d', 'е́') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('**жирно й довго**', '_курсив_', '**_разом_**', '**без пари', '- '),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('сайт', 'дуже довга назва з багатьох слів', '**жирна** назва', '👩‍👧‍👦'),
        fc.nat(99),
      )
      .map(([words, page]) => `[${words}](https://nizhyn.example/n?a=${page}&b=2)`),
  },
);
const gap = fc.oneof(
  { weight: 30, arbitrary: fc.constant(' ') },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\n\n', '\n\n- ', '') },
);
const text = fc
  .tuple(fc.array(fc.tuple(piece, gap), { maxLength: 30 }), fc.integer({ min: 1, max: 60 }))
  .map(([pieces, times]) => pieces.flat().join('').repeat(times).slice(0, TEXT_MAX));
const content = fc.record({
  format: fc.constantFrom('markup' as const, 'plain' as const),
  title: fc.constantFrom(undefined, 'Заголовок & «лапки»'),
  text,
  pictures: fc.constantFrom([], [PICTURE], [PICTURE, PICTURE]),
});
/** How Viber writes a link's address. */
const ADDRESS = / \(https:[^\s()]+\)/g;
const RUNS = { numRuns: 100 };
const graphemes = new Intl.Segmenter('uk', { granularity: 'grapheme' });

describe('a text of any length and kind', { timeout: 60_000 }, () => {
  it('comes to Telegram whole, in styles, within every limit, no character or link cut', () => {
    fc.assert(
      fc.property(content, (given) => {
        const parts = renderTelegram(given).parts.map(({ payload, shown }) => ({
          ...visible(payload as TelegramPayload),
          shown,
        }));
        for (const { words, limit, shown } of parts) {
          expect(words.text.length).toBeLessThanOrEqual(limit);
          expect(words.text).not.toMatch(/\p{Surrogate}/u);
          expect(textOf(shown.words)).toBe(words.text);
          expect(stylesShown(shown.words).join()).toBe(stylesSent(words).join());
        }
        expectWhole(
          parts.map(({ words }) => words.text),
          textOf(styledRuns(given)),
        );
        const links = parts.flatMap(({ shown }) => linksOf(shown.words));
        expect(links).toEqual(linksOf(styledRuns(given)));
      }),
      RUNS,
    );
  });

  it('comes to Viber whole, within every limit, each address beside its words', () => {
    fc.assert(
      fc.property(content, (given) => {
        const texts = renderViber(given, LOOK).parts.map(({ payload, shown }) => {
          const { type, text: sent = '' } = payload as { type: string; text?: string };
          expect(sent.length).toBeLessThanOrEqual(
            type === 'picture' ? VIBER_LIMITS.captionUnits : VIBER_LIMITS.textUnits,
          );
          expect(sent).not.toMatch(/\p{Surrogate}/u);
          expect(textOf(shown.words)).toBe(sent);
          return sent;
        });
        const whole = viberText(given, []).text;
        expectWhole(texts, whole);
        expect(whole.replace(ADDRESS, '')).toBe(textOf(styledRuns(given)));
        const links = linksOf(styledRuns(given));
        for (const link of new Set(links)) expect(texts.some((sent) => sent.includes(link))).toBe(true);
        expect(texts.flatMap((sent) => sent.match(ADDRESS) ?? [])).toHaveLength(links.length);
      }),
      RUNS,
    );
  });
});

/** Links as Viber spells them, whatever marks divide their words. */
function linksOf(runs: readonly Run[]): string[] {
  return joinLinks(runs).flatMap(({ text, url }) => (url === undefined ? [] : [`${text} (${url})`]));
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function visible(payload: TelegramPayload): { readonly words: FormattedText; readonly limit: number } {
  if (payload.method === 'sendDocument') throw new RangeError('no files were given');
  return 'text' in payload
    ? { words: parseHtml(payload.text), limit: TELEGRAM_LIMITS.textUnits }
    : { words: parseHtml(payload.caption), limit: TELEGRAM_LIMITS.captionUnits };
}

/** Style of every UTF-16 unit, as the preview shows it. */
function stylesShown(runs: readonly Run[]): string[] {
  return runs.flatMap(({ text, bold, italic, url = '' }) =>
    Array.from({ length: text.length }, () => `${bold ? 'bold ' : ''}${italic ? 'italic ' : ''}${url}`),
  );
}

/** The same, as Telegram reads it. */
function stylesSent({ text, entities }: FormattedText): string[] {
  const styles = Array.from({ length: text.length }, () => ({ bold: '', italic: '', text_link: '' }));
  for (const { type, offset, length, url = `${type} ` } of entities)
    for (const style of styles.slice(offset, offset + length)) style[type as keyof typeof style] = url;
  return styles.map(({ bold, italic, text_link }) => bold + italic + text_link);
}

/** The texts follow each other in the whole with nothing but spaces between them, and no cut is in a character. */
function expectWhole(texts: readonly string[], whole: string): void {
  const characters = graphemes.segment(whole);
  let end = 0;
  for (const text of texts) {
    const start = whole.indexOf(text, end);
    expect(whole.slice(end, start).trim()).toBe('');
    end = start + text.length;
    for (const cut of [start, end]) expect(characters.containing(cut)?.index ?? cut).toBe(cut);
  }
  expect(whole.slice(end).trim()).toBe('');
}
