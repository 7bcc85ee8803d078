import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { ClockState } from '../clock.js';
import type { Resident } from '../demonstration/residents.js';
import { Phone } from '../phones/phone-view.js';
import type { PhoneScreen } from '../phones/phones.js';
import { ClockPanel } from './clock-panel.js';
import { ConsoleStrip } from './console-strip.js';
import type { Progress } from './progress.js';
import { Steps } from './steps.js';

export interface ShownPhone {
  readonly resident: Resident;
  readonly screen: PhoneScreen;
}

export interface SandboxPageProps {
  readonly telegram: ShownPhone;
  readonly viber: ShownPhone;
  readonly progress: Progress;
  readonly clock: ClockState;
  readonly now: Date;
  readonly timeZone: string;
}

/** The first page a stranger sees: steps above, two phones, and the council's side beside them. */
export const SandboxPage: FC<SandboxPageProps> = ({ telegram, viber, progress, clock, now, timeZone }) => (
  <>
    {raw('<!doctype html>')}
    <html lang="uk">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Вісник – спробуйте за п’ять хвилин</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {['sandbox.css', 'sandbox-phone.css', 'sandbox-telegram.css', 'sandbox-viber.css'].map((name) => (
          <link rel="stylesheet" href={`/assets/${name}`} />
        ))}
        <script type="module" src="/assets/sandbox.js" />
      </head>
      <body data-events={eventsHref(telegram, viber)}>
        <a class="skip-link" href="#steps">
          Перейти до кроків
        </a>
        <p class="restarting" id="restarting" role="status" hidden>
          Сервіс перезапускається… Сторінка оновиться сама.
        </p>
        <p class="visually-hidden" id="live-status" role="status" />
        <header class="top">
          <div>
            <div class="top-title">
              <h1>Спробуйте за п’ять хвилин</h1>
              <p class="brand">
                Вісник <span>пісочниця</span>
              </p>
            </div>
            <p class="lead">
              Сервіс справжній, а Telegram і Viber поруч – навчальні: назовні нічого не надсилається, усі люди
              й звернення вигадані.
            </p>
          </div>
          <ClockPanel now={now} state={clock} timeZone={timeZone} />
        </header>
        <main>
          <Steps progress={progress} />
          <nav class="jumps" aria-label="Частини сторінки">
            <a href="#steps">Кроки</a>
            <a href="#phone-telegram">Telegram</a>
            <a href="#phone-viber">Viber</a>
            <a href="#strip">Міська рада</a>
          </nav>
          <div class="stage">
            <Phone {...telegram} otherChoice={{ name: 'viber', id: viber.resident.id }} />
            <Phone {...viber} otherChoice={{ name: 'telegram', id: telegram.resident.id }} />
            <ConsoleStrip {...{ progress, now, timeZone }} />
          </div>
        </main>
      </body>
    </html>
  </>
);

function eventsHref(telegram: ShownPhone, viber: ShownPhone): string {
  const query = new URLSearchParams({ telegram: telegram.resident.id, viber: viber.resident.id });
  return `/sandbox/events?${query}`;
}
