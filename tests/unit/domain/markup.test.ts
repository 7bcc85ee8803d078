import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, type Inline, inlineText, parseMarkup } from '../../../src/domain/markup.js';

const text = (value: string): Inline => ({ kind: 'text', text: value });
const bold = (...children: Inline[]): Inline => ({ kind: 'bold', children });
const italic = (...children: Inline[]): Inline => ({ kind: 'italic', children });
const link = (url: string, ...children: Inline[]): Inline => ({ kind: 'link', url, children });
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });

describe('parseMarkup', () => {
  it('divides paragraphs by empty lines and keeps single line breaks', () => {
    expect(parseMarkup('Шановні ніжинці!\r\nЗавтра свято.\n \nЗапрошуємо.')).toEqual([
      paragraph(text('Шановні ніжинці!\nЗавтра свято.')),
      paragraph(text('Запрошуємо.')),
    ]);
  });

  it('reads bold, italic and links, one in another', () => {
    expect(parseMarkup('**Увага: _сьогодні_** на [сайті **ради**](https://nizhynrada.gov.ua/a_b)')).toEqual([
      paragraph(
        bold(text('Увага: '), italic(text('сьогодні'))),
        text(' на '),
        link('https://nizhynrada.gov.ua/a_b', text('сайті '), bold(text('ради'))),
      ),
    ]);
  });

  it('reads lists beside paragraphs, with numbers as they were typed', () => {
    expect(parseMarkup('Порядок денний:\n1) бюджет\n2) дороги\n- **різне**')).toEqual([
      paragraph(text('Порядок денний:')),
      {
        kind: 'list',
        ordered: true,
        items: [
          { marker: '1)', children: [text('бюджет')] },
          { marker: '2)', children: [text('дороги')] },
        ],
      },
      { kind: 'list', ordered: false, items: [{ marker: '•', children: [bold(text('різне'))] }] },
    ]);
  });

  it.each([
    '**не закрито',
    'ціна 5 ** 3 ** 2',
    '****',
    '[порожньо]()',
    '[дужка] і все',
    '[](https://nizhyn.ua)',
    '[x](javascript:alert(1))',
    '[x](data:text/html,1)',
    '[x](//nizhyn.ua)',
    '[x](https://)',
    'snake_case_name',
    '__init__.py',
    '<b>не тег</b>',
    '# не заголовок',
    '`не код`',
    '-не список',
    '2026. Рік довгий',
  ])('leaves %s as it is', (source) => {
    expect(parseMarkup(source)).toEqual([paragraph(text(source))]);
  });

  it('does not read marks inside an address', () => {
    const url = 'https://nizhyn.ua/_a_/b_c';
    expect(parseMarkup(`Див. ${url} і **тут**`)).toEqual([
      paragraph(text(`Див. ${url} і `), bold(text('тут'))),
    ]);
  });

  it('takes the nearest bracket as the beginning of a link', () => {
    expect(parseMarkup('[1] див. [тут](https://nizhyn.ua/x_(y))')).toEqual([
      paragraph(text('[1] див. '), link('https://nizhyn.ua/x_(y)', text('тут'))),
    ]);
  });

  it('gives marks that cross each other to the one closed first', () => {
    expect(parseMarkup('**а _б** в_')).toEqual([paragraph(bold(text('а _б')), text(' в_'))]);
  });

  it('reads back any tree it could have written', () => {
    fc.assert(
      fc.property(fc.array(blockArbitrary, { minLength: 1, maxLength: 4 }), (blocks) => {
        expect(parseMarkup(blocks.map(writeBlock).join('\n\n'))).toEqual(blocks);
      }),
    );
  });

  it('keeps every word of any text, and never makes a link that is not http or https', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '**',
        '_',
        '[',
        '](',
        ')',
        'https://x.ua',
        'javascript:',
        ' ',
        '\n',
        'слово',
        '1. ',
        '- ',
      ),
      maxLength: 40,
    });
    fc.assert(
      fc.property(hostile, (source) => {
        const blocks = parseMarkup(source);
        const kept = blocks
          .flatMap(inlinesOf)
          .map((inlines) => inlineText(inlines))
          .join(' ');
        expect(kept.match(/слово/g)?.length).toBe(source.match(/слово/g)?.length);
        for (const url of blocks.flatMap(inlinesOf).flatMap(urlsOf))
          expect(new URL(url).protocol).toBe('https:');
      }),
    );
  });

  it.each(['**a [_', '[', '_a ', '**', '[a](https://x'])(
    'reads %s repeated 50,000 times at once',
    (piece) => {
      const startedAt = performance.now();
      parseMarkup(piece.repeat(50_000));
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    },
  );
});

const word = fc.string({ unit: fc.constantFrom('а', 'Ї', '’', 'я', '7', '👍'), minLength: 1, maxLength: 6 });
const url = fc.webUrl({ validSchemes: ['https'] }).filter((value) => /^[\w:/.-]+$/.test(value));
const plain = word.map(text);
const marked = fc.oneof(
  word.map((value) => bold(text(value))),
  word.map((value) => italic(text(value))),
  fc.tuple(url, word).map(([address, value]) => link(address, text(value))),
  fc.tuple(word, word, word).map(([a, b, c]) => bold(text(`${a} `), italic(text(b)), text(` ${c}`))),
);
/** Words and marks in turn, with spaces between them. */
const inlines = fc
  .array(fc.tuple(plain, marked), { minLength: 1, maxLength: 4 })
  .map((pairs) =>
    pairs.flatMap(([first, mark], index): Inline[] => [
      text(`${index > 0 ? ' ' : ''}${inlineText([first])} `),
      mark,
    ]),
  );
const item = fc.tuple(fc.integer({ min: 1, max: 999 }), inlines);
const blockArbitrary: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((children) => paragraph(...children)),
  fc.tuple(fc.boolean(), fc.array(item, { minLength: 1, maxLength: 3 })).map(
    ([ordered, items]): Block => ({
      kind: 'list',
      ordered,
      items: items.map(([number, children]) => ({ marker: ordered ? `${number}.` : '•', children })),
    }),
  ),
);

function writeBlock(block: Block): string {
  if (block.kind === 'paragraph') return block.children.map(writeInline).join('');
  return block.items
    .map(({ marker, children }) => `${marker === '•' ? '-' : marker} ${children.map(writeInline).join('')}`)
    .join('\n');
}

function writeInline(inline: Inline): string {
  if (inline.kind === 'text') return inline.text;
  const inside = inline.children.map(writeInline).join('');
  if (inline.kind === 'bold') return `**${inside}**`;
  return inline.kind === 'italic' ? `_${inside}_` : `[${inside}](${inline.url})`;
}

function inlinesOf(block: Block): (readonly Inline[])[] {
  return block.kind === 'paragraph' ? [block.children] : block.items.map(({ children }) => children);
}

function urlsOf(children: readonly Inline[]): string[] {
  return children.flatMap((child) =>
    child.kind === 'text' ? [] : [...(child.kind === 'link' ? [child.url] : []), ...urlsOf(child.children)],
  );
}
