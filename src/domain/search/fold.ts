/** Latin letters that look like Cyrillic ones, in either case: one typed by mistake must not hide a word. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  ï: 'ї',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** Letters of two spellings: «ґанок» and «ганок», «проєкт» and «проект». */
const SPELLINGS: Readonly<Record<string, string>> = { ґ: 'г', є: 'е' };

/** Every kind of apostrophe, also left out: «сім’я», «сім'я», «сімя». Stress marks and soft hyphens go the same way. */
const UNHEARD = /['’ʼ‘`´′＇]|\u0301|\u00ad|[\u200b-\u200d]|\ufeff/gu;

/** A text as it is compared: lower case, one letter for those that look or are spelt alike, no apostrophes. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replace(UNHEARD, '')
    .normalize('NFC')
    .replace(/./gu, (letter) => LOOK_ALIKES[letter] ?? SPELLINGS[letter] ?? letter);
}
