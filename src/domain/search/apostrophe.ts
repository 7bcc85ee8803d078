/** Every mark that people type for the Ukrainian apostrophe (U+2019), as a class of a regular expression. */
const APOSTROPHES = /[’'ʼ‘`´′＇]/gu;

/** The text with one kind of apostrophe: «сім'я» and «сімʼя» become «сім’я». */
export function oneApostrophe(text: string): string {
  return text.replace(APOSTROPHES, '’');
}
