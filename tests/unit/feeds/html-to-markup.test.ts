import { describe, expect, it } from 'vitest';
import { htmlToMarkup } from '../../../src/feeds/html-to-markup.js';

const markup = (html: string) => htmlToMarkup(html, 'https://city.ua/news/1');

describe('HTML as our markup', () => {
  it('drops scripts, styles and comments, closed or not', () => {
    expect(markup('А<script>alert(1)</script><style>p{}</style><!-- так -->Б<script>x')).toBe('АБ');
  });

  it('keeps the words of a link that leads to no page', () => {
    expect(
      markup(
        '<a href="javascript:alert(1)">Тисни</a> <a href="data:x">тут</a> <a href="mailto:a@b.ua">пошта</a>',
      ),
    ).toBe('Тисни тут пошта');
  });

  it('writes links so that they stay whole', () => {
    expect(markup('<a href="/док (1).pdf?a=1&amp;b=2"><b>Проєкт</b></a>')).toBe(
      '[Проєкт](https://city.ua/%D0%B4%D0%BE%D0%BA%20%281%29.pdf?a=1&b=2)',
    );
  });

  it('keeps lists and paragraphs', () => {
    expect(markup('<h2>Черга</h2><ul><li>Вода</li><li><p>Світло</p></li></ul><p>Кінець</p>')).toBe(
      'Черга\n\n- Вода\n- Світло\n\nКінець',
    );
  });

  it('sets marks close to the words', () => {
    expect(markup('до<b> жирно </b>після <strong></strong><b>а</b><b>б</b>')).toBe(
      'до **жирно** після **аб**',
    );
  });

  it('shows no tag that was cut off', () => {
    expect(markup('Текст <a href="https://city.ua/very')).toBe('Текст');
  });

  it('does not make tags of what was escaped', () => {
    expect(markup('&lt;script&gt;alert(1)&lt;/script&gt;')).toBe('<script>alert(1)</script>');
  });
});
