import { Secret, TOTP } from 'otpauth';

/** Bytes of a secret: as long as the HMAC-SHA-1 that RFC 4226 §4 uses. */
const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
/** Steps before and after the current one whose code is accepted: phones' clocks differ (RFC 6238 §5.2). */
const STEPS_AROUND = 1;
/** What the phone's app shows above the codes. */
const ISSUER = 'Вісник';

/** A new secret for the codes of one phone. @returns base32 */
export function createCodeSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/**
 * The address that a QR code holds and an authenticator app reads.
 * @param email tells accounts of one app apart
 * @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function codeAddress(secret: string, email: string): string {
  return totp(secret, email).toString();
}

/** Whether it looks like a code of a phone. The package throws at six characters that are not ASCII. */
export function isTimeCode(text: string): boolean {
  return /^\d{6}$/.test(text);
}

/**
 * Which half-minute the code belongs to, counted from 1970 (RFC 6238 §4).
 *
 * @param at the real time
 * @returns undefined when it is the code of neither this half-minute nor its neighbours
 */
export function stepOfCode(code: string, secret: string, at: Date): number | undefined {
  if (!isTimeCode(code)) return undefined;
  const timestamp = at.getTime();
  const delta = totp(secret).validate({ token: code, timestamp, window: STEPS_AROUND });
  return delta === null ? undefined : TOTP.counter({ period: STEP_SECONDS, timestamp }) + delta;
}

/** SHA-1 and six digits: what every app understands; several ignore anything else they are told. */
function totp(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
  });
}
