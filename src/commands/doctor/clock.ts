import { type Finding, LOOK_MS } from './finding.js';

/** An authenticator's code holds for 30 s on each side; a `Date` header is whole seconds. */
const SKEW_MAX_S = 15;

/** Whether this machine's clock is right, by the clock of a messenger's server. */
export async function checkClock(address: string, now: () => Date): Promise<Finding> {
  const title = 'Годинник';
  const response = await fetch(address, {
    method: 'HEAD',
    redirect: 'manual',
    signal: AbortSignal.timeout(LOOK_MS),
  }).catch(() => undefined);
  const theirs = Date.parse(response?.headers.get('date') ?? '');
  if (Number.isNaN(theirs))
    return {
      title,
      tone: 'warn',
      sentences: [
        `Звірити не вдалося: ${new URL(address).host} не відповідає.`,
        'Що робити: перевірте інтернет на сервері.',
      ],
    };
  const skewS = Math.round((now().getTime() - theirs) / 1_000);
  if (Math.abs(skewS) <= SKEW_MAX_S) return { title, tone: 'ok', sentences: ['Іде правильно.'] };
  return {
    title,
    tone: 'bad',
    sentences: [
      `${skewS > 0 ? 'Поспішає' : 'Відстає'} на ${Math.abs(skewS)} с: коди входу не підійдуть, а строки звернень будуть хибними.`,
      'Що робити: увімкніть синхронізацію часу (timedatectl set-ntp true).',
    ],
  };
}
