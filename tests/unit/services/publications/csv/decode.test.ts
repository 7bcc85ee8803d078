import { describe, expect, it } from 'vitest';
import {
  CSV_MAX_LENGTH,
  CSV_MAX_ROWS,
  decodeCsv,
  readCsv,
} from '../../../../../src/services/publications/csv/decode.js';

const HEADINGS: Readonly<Record<string, string>> = { Назва: 'title', Вид: 'kind' };
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array) => readCsv(bytes, (heading) => HEADINGS[heading]);
const fieldsOf = (text: string) => read(utf8(text)).map(({ fields }) => fields);

/** «Назва;Вид», «Їжак;новина» as Excel of a Ukrainian Windows saves them. */
const WINDOWS_1251 = Uint8Array.from(
  [
    [0xcd, 0xe0, 0xe7, 0xe2, 0xe0, 0x3b, 0xc2, 0xe8, 0xe4, 0x0d, 0x0a],
    [0xaf, 0xe6, 0xe0, 0xea, 0x3b, 0xed, 0xee, 0xe2, 0xe8, 0xed, 0xe0, 0x0d, 0x0a],
  ].flat(),
);

describe('a table', () => {
  it('is read from windows-1251', () => {
    expect(read(WINDOWS_1251)).toEqual([{ line: 2, fields: { title: 'Їжак', kind: 'новина' } }]);
  });

  it('is read from UTF-8 with a byte order mark', () => {
    expect(fieldsOf('\ufeffНазва;Вид\nЇжак;новина')).toEqual([{ title: 'Їжак', kind: 'новина' }]);
  });

  it.each([
    [';', 'Парк, сквер; алея'],
    [',', 'Парк, сквер; алея'],
    ['\t', 'Парк, сквер; алея'],
  ])('may have its fields apart by %j, and the others in quotes', (delimiter, title) => {
    const text = `Назва${delimiter}Вид\n"${title}"${delimiter}новина`;
    expect(fieldsOf(text)).toEqual([{ title, kind: 'новина' }]);
  });

  it('may have quotes and ends of line inside quotes', () => {
    expect(fieldsOf('Назва;Вид\n"Фільм ""Земля""\nі розмова";анонс')).toEqual([
      { title: 'Фільм "Земля"\nі розмова', kind: 'анонс' },
    ]);
  });

  it('gives short lines what they have, and nothing of columns nobody knows', () => {
    expect(fieldsOf('Назва;Щось;Вид\nПарк\nСквер;так;новина;зайве\n;;\n\n')).toEqual([
      { title: 'Парк' },
      { title: 'Сквер', kind: 'новина' },
    ]);
  });

  it('counts lines as an editor sees them', () => {
    expect(read(utf8('Назва\n\nПарк\n\n\nСквер')).map(({ line }) => line)).toEqual([3, 6]);
  });
});

it('is as large in UTF-8 as it was in windows-1251', () => {
  const inWindows1251 = new Uint8Array([...WINDOWS_1251.slice(0, 11), ...Array(3_000_000).fill(0xe0)]);
  const again = utf8(decodeCsv(inWindows1251));
  expect(again.byteLength).toBeGreaterThan(CSV_MAX_LENGTH);
  expect(read(again)).toEqual(read(inWindows1251));
});

describe('what is no table', () => {
  it.each([
    ['a quote that never ends', utf8('Назва\n"Парк'), 'csv.broken'],
    ['too large a file', utf8('я'.repeat(CSV_MAX_LENGTH + 1)), 'csv.too-large'],
    ['too many lines', utf8(`Назва\n${'Парк\n'.repeat(CSV_MAX_ROWS + 1)}`), 'csv.too-many'],
  ])('%s is refused with a sentence', (_what, bytes, code) => {
    expect(() => read(bytes)).toThrow(expect.objectContaining({ kind: 'invalid', code }));
  });
});
