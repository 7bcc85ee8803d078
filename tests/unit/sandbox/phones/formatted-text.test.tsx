import { describe, expect, it } from 'vitest';
import { FormattedText } from '../../../../src/sandbox/phones/formatted-text.js';
import type { MarkedText } from '../../../../src/sandbox/phones/viber-markup.js';

const drawn = (marked: MarkedText) => String(<FormattedText marked={marked} />);

describe('a formatted text on a phone', () => {
  it('draws styles inside one another', () => {
    const entities = [
      { type: 'italic', offset: 5, length: 7 },
      { type: 'bold', offset: 0, length: 12 },
    ];
    expect(drawn({ text: 'Дуже важливо!', entities })).toBe('<b>Дуже <i>важливо</i></b>!');
  });

  it('shows tags that somebody typed as text', () => {
    expect(drawn({ text: '<b>&', entities: [] })).toBe('&lt;b&gt;&amp;');
  });

  it('links only to web addresses', () => {
    const link = (url: string) =>
      drawn({ text: 'тут', entities: [{ type: 'text_link', offset: 0, length: 3, url }] });
    expect(link('javascript:alert(1)')).toBe('<span>тут</span>');
    expect(link('https://x.ua')).toBe('<a href="https://x.ua" target="_blank" rel="noreferrer">тут</a>');
  });

  it('keeps the rest of the text where an entity reaches outside', () => {
    expect(drawn({ text: 'абв', entities: [{ type: 'bold', offset: 1, length: 99 }] })).toBe('а<b>бв</b>');
  });
});
