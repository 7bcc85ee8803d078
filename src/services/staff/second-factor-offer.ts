import { Refusal } from '../../domain/refusal.js';
import { sealText, unsealText } from '../../lib/sealed-text.js';
import { codeAddress, createCodeSecret } from './time-codes.js';

/** A secret shown to somebody who sets a second factor up. It counts for nothing until a code of it was right. */
export interface SecondFactorOffer {
  /** The offer itself, sealed: travels in the form, so that the page keeps showing the same secret */
  readonly sealed: string;
  /** Base32, for typing it in by hand */
  readonly secret: string;
  /** `otpauth://…`, for the QR code */
  readonly address: string;
}

/** Time to take out a phone and install an app. */
const OFFER_VALID_MS = 30 * 60_000;

interface OfferedSecret {
  readonly staffId: string;
  readonly secret: string;
  readonly untilMs: number;
}

/** Makes and reads offers. @param key the service's own; only it can open an offer */
export function createOffers(key: string, real: () => Date) {
  return {
    make(staffId: string, email: string): SecondFactorOffer {
      const secret = createCodeSecret();
      const offered: OfferedSecret = { staffId, secret, untilMs: real().getTime() + OFFER_VALID_MS };
      return { sealed: sealText(JSON.stringify(offered), key), secret, address: codeAddress(secret, email) };
    },

    /** @throws {Refusal} invalid `second-factor.offer`: too old, somebody else's, or not ours */
    open(sealed: string, staffId: string, email: string): SecondFactorOffer {
      const offered = unsealed(sealed);
      if (offered?.staffId !== staffId || offered.untilMs <= real().getTime()) {
        throw new Refusal('invalid', 'second-factor.offer', 'Цей QR-код застарів. Відскануйте новий.');
      }
      return { sealed, secret: offered.secret, address: codeAddress(offered.secret, email) };
    },
  };

  function unsealed(sealed: string): OfferedSecret | undefined {
    try {
      return JSON.parse(unsealText(sealed, key)) as OfferedSecret; // sealed by `make`, and unchanged since
    } catch {
      return undefined;
    }
  }
}
