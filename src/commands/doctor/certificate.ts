import { connect } from 'node:tls';
import { type Finding, LOOK_MS } from './finding.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Let's Encrypt renews 30 days before the end: with fewer left, renewing has failed for two weeks. */
const RENEWED_DAYS = 14;

/** Errors of OpenSSL that an IT person meets, in plain words. */
const FAULTS: Readonly<Record<string, string>> = {
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'сервер віддає сам сертифікат без проміжних. Що робити: вкажіть у проксі повний ланцюг (fullchain.pem); Viber без нього не надсилає нічого',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'сертифікат самопідписаний. Що робити: візьміть сертифікат відомого центру, наприклад Let’s Encrypt',
  SELF_SIGNED_CERT_IN_CHAIN:
    'ланцюг закінчується невідомим центром. Що робити: візьміть сертифікат відомого центру, наприклад Let’s Encrypt',
  CERT_HAS_EXPIRED: 'строк сертифіката минув. Що робити: поновіть його',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'сертифікат виписано на іншу назву. Що робити: візьміть сертифікат на назву з PUBLIC_URL',
};

export interface ShownCertificate {
  /** OpenSSL's name of what is wrong with the chain, e.g. `CERT_HAS_EXPIRED` */
  readonly fault: string | undefined;
  readonly validTo: Date;
}

/** Whether messengers will trust the certificate of the outside address, and for how long. */
export async function checkCertificate(publicUrl: string, now: Date): Promise<Finding> {
  const title = 'Сертифікат';
  const { hostname } = new URL(publicUrl);
  const found = await shownCertificate(publicUrl).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error)
    return {
      title,
      tone: 'bad',
      sentences: [
        `З ${hostname} не вдалося з’єднатися по https (${found.code ?? found.message}).`,
        'Що робити: перевірте запис DNS, чи відкрито порт і чи працює проксі.',
      ],
    };
  return judge(found, now);
}

/** What somebody should do about a certificate that a server shows. */
export function judge({ fault, validTo }: ShownCertificate, now: Date): Finding {
  const title = 'Сертифікат';
  if (fault !== undefined)
    return { title, tone: 'bad', sentences: [`Месенджери не довірятимуть: ${FAULTS[fault] ?? fault}.`] };
  const days = Math.floor((validTo.getTime() - now.getTime()) / DAY_MS);
  const state = `Ланцюг повний, до кінця строку днів: ${days}.`;
  if (days >= RENEWED_DAYS) return { title, tone: 'ok', sentences: [state] };
  const advice = 'Що робити: подивіться, чому його не поновлено, і поновіть вручну.';
  return { title, tone: 'warn', sentences: [state, advice] };
}

/** What the server shows, and what Node's own list of authorities makes of it. */
function shownCertificate(publicUrl: string): Promise<ShownCertificate> {
  const { hostname, port } = new URL(publicUrl);
  return new Promise((resolve, reject) => {
    const socket = connect({
      host: hostname,
      servername: hostname,
      port: port === '' ? 443 : Number(port),
      rejectUnauthorized: false,
      timeout: LOOK_MS,
    });
    socket.once('secureConnect', () => {
      const validTo = new Date(socket.getPeerCertificate().valid_to);
      // Node's types say Error; what is there is OpenSSL's name of the fault.
      const fault = socket.authorized ? undefined : faultOf(socket.authorizationError);
      socket.destroy();
      resolve({ fault, validTo });
    });
    socket.once('timeout', () => socket.destroy(new Error(`мовчить ${LOOK_MS / 1_000} с`)));
    socket.once('error', reject);
  });
}

function faultOf(error: Error | string): string {
  if (typeof error === 'string') return error;
  return 'code' in error ? String(error.code) : error.message;
}
