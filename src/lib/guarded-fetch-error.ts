/** Why a page or a file from the outside was not fetched. */
export type GuardedFetchErrorKind =
  | 'url' // not a URL, or one that carries a user name or a password
  | 'scheme' // not https (nor http, where that is allowed), at first or after a redirect
  | 'forbiddenAddress' // the host is, or resolves to, an address or a port we must not reach
  | 'tooLarge' // more bytes than allowed, declared or real
  | 'timeout' // not finished by the deadline, whatever it waited for
  | 'redirects' // more redirects than allowed
  | 'status' // answered, but neither 2xx nor 304
  | 'network'; // no such name, refused, broken off, bad certificate

/** A fetch was refused by us or failed outside. The message is for the log; staff get a sentence by `kind`. */
export class GuardedFetchError extends Error {
  override readonly name = 'GuardedFetchError';

  constructor(
    readonly kind: GuardedFetchErrorKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
