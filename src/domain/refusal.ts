/** Why a use case said no. The web answers notFound 404, forbidden 403, conflict 409, invalid 422. */
export type RefusalKind = 'notFound' | 'forbidden' | 'conflict' | 'invalid';

/** An expected "no" of a use case: the request is understood and cannot be done. Not a bug, never a 500. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  /**
   * @param code stable, e.g. `broadcast.stale-hash`
   * @param message Ukrainian sentence for staff that says what to do
   */
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
