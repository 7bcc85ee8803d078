/**
 * Makes message tokens: 64-bit, above 2^53, never repeated across restarts. Milliseconds since 1970
 * are the upper bits, a running number the lower 22.
 */
export function createMessageTokens(now: () => Date): () => string {
  let last = 0n;
  return () => {
    const fromTime = BigInt(now().getTime()) << 22n;
    last = fromTime > last ? fromTime : last + 1n;
    return last.toString();
  };
}

/**
 * JSON with the token as a bare number, all its digits kept: a JavaScript number would round them.
 *
 * @see https://creators.viber.com/docs/bots-api/events/user-message-received e.g. 4912661846655238145
 */
export function jsonWithToken(fields: object, token: string): string {
  const rest = JSON.stringify(fields).slice(1, -1);
  return `{${rest}${rest === '' ? '' : ','}"message_token":${token}}`;
}
