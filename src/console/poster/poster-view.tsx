import type { FC } from 'hono/jsx';
import type { ChannelId } from '../../domain/channel-id.js';
import { TextField } from '../components/field.js';
import { QrCode } from '../second-factor/qr-code.js';
import { SettingsHead } from '../settings/settings-page.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';

interface PosterViewProps {
  readonly councilName: string;
  /** '' for none */
  readonly phone: string;
  readonly source: string;
  readonly error: string | undefined;
  /** `link` is undefined while the messenger has not said where the bot is */
  readonly codes: readonly { readonly channel: ChannelId; readonly link: string | undefined }[];
}

/** A sheet of A4 with a code for each messenger; what is around it does not print. */
export const PosterView: FC<PosterViewProps> = ({ councilName, phone, source, error, codes }) => (
  <>
    <div class="no-print stack">
      <SettingsHead title="Плакат з QR-кодом" />
      <p>
        Надрукуйте цю сторінку (Ctrl + P) на аркуші А4. Людина наводить камеру телефону на код, і
        відкривається чат із радою.
      </p>
      <form class="form card" method="get" action="/settings/poster">
        <TextField
          name="source"
          label="Позначка плаката (не обов’язково)"
          hint="Латиницею, наприклад library-1. Вона запам’ятається в тих, хто підписався з цього плаката."
          value={source}
          error={error}
          maxLength={40}
        />
        <div>
          <button class="button button-secondary" type="submit">
            Оновити коди
          </button>
        </div>
      </form>
    </div>
    <section class="poster" aria-label="Плакат">
      <p class="poster-council">{councilName}</p>
      <p class="poster-title">Новини міста та звернення у вашому телефоні</p>
      <div class="poster-codes">
        {codes.map((code) => (
          <Code {...code} />
        ))}
      </div>
      <ul class="poster-offers">
        <li>Вода, світло, тепло: про відключення заздалегідь</li>
        <li>Напишіть міській раді й отримайте відповідь у чаті</li>
        <li>Безкоштовно. Відписатися можна будь‑коли</li>
      </ul>
      <p class="poster-phone">
        Наведіть камеру телефону на код.{phone === '' ? null : ` Немає смартфона? Телефонуйте: ${phone}`}
      </p>
    </section>
  </>
);

const Code: FC<PosterViewProps['codes'][number]> = ({ channel, link }) => (
  <div class="poster-code">
    <p class="poster-messenger">{CHANNEL_WORDS[channel]}</p>
    {link === undefined ? (
      <p class="no-print">
        Коду немає: {CHANNEL_WORDS[channel]} не підключено або не відповідає. Подивіться{' '}
        <a href="/settings/lights">стан системи</a>.
      </p>
    ) : (
      <>
        <QrCode text={link} label={`QR-код: чат у ${CHANNEL_WORDS[channel]}`} />
        {link.startsWith('https:') ? <p class="poster-link">{typedLink(link)}</p> : null}
        {link === `https://${typedLink(link)}` ? null : <p class="poster-link no-print">{link}</p>}
      </>
    )}
  </div>
);

/** What can be typed by hand: the poster's mark is for the code. */
function typedLink(link: string): string {
  return link.replace(/^https:\/\/|\?start=.*$/g, '');
}
