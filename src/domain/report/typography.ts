/** Breaks a line nowhere between «№» or initials and what belongs to them. */
export function withoutLooseEnds(text: string): string {
  return text
    .replace(/№ ?(?=\d)/g, '№\u00A0')
    .replace(/(?<=(^|[\s(«\u00A0])\p{Lu}\.) ?(?=\p{Lu}[\p{Ll}.’])/gmu, '\u00A0');
}

/** «з» or «зі» before a word that is congratulated on: «з Міжнародним жіночим днем», «зі Святою Трійцею». */
export function withPreposition(instrumental: string): string {
  if (/^(з|зі|із) /u.test(instrumental)) return instrumental;
  return `${/^[зсшщ][бвгґджзйклмнпрстфхцчшщ]/iu.test(instrumental) ? 'зі' : 'з'} ${instrumental}`;
}
