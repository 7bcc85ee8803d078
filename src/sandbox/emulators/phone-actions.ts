/** A file a resident sends. */
export interface PhoneFile {
  readonly bytes: Uint8Array;
  readonly fileName?: string | undefined;
  readonly contentType?: string | undefined;
  readonly caption?: string | undefined;
}

/** What a press did on the phone itself. */
export type PressResult =
  | { readonly did: 'told-bot' }
  | { readonly did: 'opened-url'; readonly url: string }
  | { readonly did: 'nothing' };

/** A place on the map, in degrees. */
export interface GeoPlace {
  readonly latitude: number;
  readonly longitude: number;
}

/** The middle of Nizhyn: what a phone shares unless told otherwise. */
export const NIZHYN: GeoPlace = { latitude: 51.048, longitude: 31.8869 };

/** Which key or button: its label, or its row and column from 0. */
export type ButtonPlace = string | { readonly row: number; readonly column: number };

/** There is no such person, message or button (any more), or the messenger has no such action. */
export class PhoneError extends Error {
  override readonly name = 'PhoneError';

  constructor(
    message: string,
    readonly what: 'person' | 'message' | 'button' | 'action',
  ) {
    super(message);
  }
}

/** Finds a button by label or place. @throws {PhoneError} when it is not there */
export function findButton<Button>(
  rows: readonly (readonly Button[])[],
  place: ButtonPlace,
  labelOf: (button: Button) => string,
): Button {
  const found =
    typeof place === 'string'
      ? rows.flat().find((button) => labelOf(button) === place)
      : rows[place.row]?.[place.column];
  if (found === undefined) throw new PhoneError(`no button ${JSON.stringify(place)}`, 'button');
  return found;
}
