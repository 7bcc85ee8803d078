import { Secret, TOTP } from 'otpauth';

/** What an authenticator app shows. @param secret base32, spaces as on the page */
export function codeAt(secret: string, at: Date): string {
  return TOTP.generate({
    secret: Secret.fromBase32(secret.replaceAll(' ', '')),
    timestamp: at.getTime(),
  });
}
