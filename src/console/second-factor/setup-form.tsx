import type { Child, FC } from 'hono/jsx';
import type { SecondFactorOffer } from '../../services/staff/second-factor-offer.js';
import { TextField } from '../components/field.js';
import { QrCode } from './qr-code.js';

export interface SetupFormProps {
  readonly action: string;
  readonly offer: SecondFactorOffer;
  readonly button: string;
  readonly error: string | undefined;
  /** Fields that only this page's form has */
  readonly children?: Child;
}

/** Scanning a secret and showing by a code that the phone has it. */
export const SetupForm: FC<SetupFormProps> = ({ action, offer, button, error, children }) => (
  <form class="form" method="post" action={action}>
    <input type="hidden" name="offer" value={offer.sealed} />
    <ol class="setup-steps">
      <li>
        Відкрийте на телефоні застосунок для кодів. Якщо його немає, встановіть будь-який: Google
        Authenticator, Microsoft Authenticator, Aegis, 2FAS.
      </li>
      <li>
        Додайте в ньому обліковий запис і наведіть камеру на QR-код:
        <QrCode text={offer.address} label="QR-код для застосунку з кодами" />
        Камера не працює? Введіть у застосунку цей ключ (тип: «за часом»):
        <code class="setup-secret">{inFours(offer.secret)}</code>
      </li>
      <li>Застосунок покаже шість цифр. Введіть їх сюди.</li>
    </ol>
    {children}
    <TextField
      name="code"
      label="Код із застосунку"
      autocomplete="one-time-code"
      inputMode="numeric"
      error={error}
      required
    />
    <div>
      <button class="button" type="submit">
        {button}
      </button>
    </div>
  </form>
);

/** `ABCDEFGH` → `ABCD EFGH` */
function inFours(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
