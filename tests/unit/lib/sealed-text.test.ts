import { describe, expect, it } from 'vitest';
import { sealText, unsealText } from '../../../src/lib/sealed-text.js';

const SECRET = 'a-token-of-thirty-two-letters-00';

describe('a sealed text', () => {
  it.each(['', 'Ліхтар полагодили 💡'])('%j is read again with its secret', (text) => {
    expect(unsealText(sealText(text, SECRET), SECRET)).toBe(text);
  });

  it('never looks the same twice', () => {
    expect(sealText('x', SECRET)).not.toBe(sealText('x', SECRET));
  });

  it('opens for nobody else, nor after a change', () => {
    const sealed = sealText('Ліхтар', SECRET);
    expect(() => unsealText(sealed, `${SECRET}!`)).toThrow();
    const bytes = Buffer.from(sealed, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => unsealText(bytes.toString('base64'), SECRET)).toThrow();
  });
});
