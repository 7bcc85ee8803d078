/** Fewest digits of a number that can be called: a town's, without its code. */
const DIGITS_MIN = 5;
/** E.164 allows no more. */
const DIGITS_MAX = 15;

/**
 * A telephone number as people type it or a messenger shares it: «067 123-45-67», «+380 (67) 1234567».
 *
 * @returns as it is dialled: `+380671234567` for a number of Ukraine's; undefined when it is none
 */
export function typedPhone(text: string): string | undefined {
  const typed = text.trim();
  if (!/^\+?[\d\s().-]+$/u.test(typed)) return undefined;
  const digits = typed.replace(/\D/gu, '');
  if (digits.length < DIGITS_MIN || digits.length > DIGITS_MAX) return undefined;
  if (/^0\d{9}$/u.test(digits)) return `+38${digits}`;
  return typed.startsWith('+') || /^380\d{9}$/u.test(digits) ? `+${digits}` : digits;
}
