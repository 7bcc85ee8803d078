import type { FC } from 'hono/jsx';
import type { Resident } from '../demonstration/residents.js';
import { AttachIcon, SendIcon } from './icons.js';
import { SAMPLE_PHOTOS, SAMPLE_PLACES, samplePhrases } from './samples.js';

interface ComposerProps {
  readonly resident: Resident;
  readonly action: string;
  readonly placeholder: string | undefined;
}

/** The bottom of the phone: what may be attached, the text, and «Надіслати». */
export const Composer: FC<ComposerProps> = ({ resident, action, placeholder }) => (
  <div class="composer">
    <details class="attach popup">
      <summary aria-label="Прикріпити фото, місце або готовий текст">
        <AttachIcon />
      </summary>
      <div class="attach-menu">
        <PhraseChoices action={action} resident={resident} />
        <PhotoChoices action={action} />
        <PlaceChoices action={action} />
        <form method="post" data-live-form class="attach-group">
          {resident.messenger === 'telegram' && (
            <button class="attach-item" formaction={`${action}/voice`} type="submit">
              Голосове, 3 с
            </button>
          )}
          <button class="attach-item" formaction={`${action}/sticker`} type="submit">
            Стікер
          </button>
        </form>
      </div>
    </details>
    <form class="composer-line" method="post" action={`${action}/say`} data-live-form>
      <input
        class="composer-text"
        name="text"
        aria-label={`Повідомлення в ${resident.messenger === 'telegram' ? 'Telegram' : 'Viber'}`}
        placeholder={placeholder ?? 'Повідомлення'}
        autocomplete="off"
        maxlength={7000}
        required
      />
      <button class="composer-send" type="submit" aria-label="Надіслати повідомлення">
        <SendIcon />
      </button>
    </form>
  </div>
);

const PhotoChoices: FC<{ action: string }> = ({ action }) => (
  <form
    class="attach-group"
    method="post"
    action={`${action}/photo`}
    enctype="multipart/form-data"
    data-live-form
  >
    <p class="attach-title">Надіслати фото</p>
    <div class="attach-photos">
      {SAMPLE_PHOTOS.map(({ name, label }) => (
        <button class="attach-photo" name="sample" value={name} type="submit">
          <img src={`/assets/sandbox-photo-${name}.svg`} alt="" width="72" height="54" />
          <span>{label}</span>
        </button>
      ))}
    </div>
    <label class="attach-item">
      Своє фото…
      <input class="visually-hidden" type="file" name="file" accept="image/*" data-send-on-choice />
    </label>
    <noscript>
      <button class="attach-item" type="submit">
        Надіслати обране фото
      </button>
    </noscript>
  </form>
);

const PlaceChoices: FC<{ action: string }> = ({ action }) => (
  <form class="attach-group" method="post" action={`${action}/place`} data-live-form>
    <p class="attach-title">Надіслати місце</p>
    {SAMPLE_PLACES.map(({ label, latitude, longitude }) => (
      <button class="attach-item" name="place" value={`${latitude},${longitude}`} type="submit">
        {label}
      </button>
    ))}
  </form>
);

const PhraseChoices: FC<{ action: string; resident: Resident }> = ({ action, resident }) => (
  <form class="attach-group" method="post" action={`${action}/say`} data-live-form>
    <p class="attach-title">Готовий текст</p>
    {samplePhrases(resident).map(({ label, text }) => (
      <button class="attach-item attach-phrase" name="text" value={text} type="submit">
        <b>{label}</b> <span>{text}</span>
      </button>
    ))}
  </form>
);
