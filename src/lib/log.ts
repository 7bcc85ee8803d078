/**
 * The part of a logger that the code uses. Log ids, kinds and numbers: never a token, a name, a phone,
 * an address in a messenger or a citizen's text (design: what must never happen, 6).
 */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
