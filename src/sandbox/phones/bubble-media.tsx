import type { FC } from 'hono/jsx';
import type { PhoneMedia, PhoneMessage } from '../emulators/phone-message.js';
import { shownMediaPath } from './media-path.js';

/** Pictures, sound, place or card of a bubble; nothing for a plain text. */
export const BubbleMedia: FC<{ messages: readonly PhoneMessage[] }> = ({ messages }) => {
  const photos = messages.filter(({ kind, media }) => kind === 'photo' && media !== undefined);
  if (photos.length > 0) {
    return (
      <div class={`bubble-photos bubble-photos-${Math.min(photos.length, 4)}`}>
        {photos.map(({ media }) => (
          <Photo media={media} />
        ))}
      </div>
    );
  }
  const [first] = messages;
  return first === undefined ? null : <SingleMedia message={first} />;
};

const SingleMedia: FC<{ message: PhoneMessage }> = ({ message: { kind, media, location, contact } }) => {
  if (location !== undefined) return <Place {...location} />;
  if (contact !== undefined) {
    return (
      <p class="bubble-file">
        {contact.name}, +{contact.phone.replace(/^\+/, '')}
      </p>
    );
  }
  // Which one it was is drawn by the messengers; here one picture stands for all.
  if (kind === 'sticker')
    return <img class="bubble-sticker" src="/assets/sandbox-sticker.svg" alt="Стікер" />;
  if (media === undefined) return null;
  const path = shownMediaPath(media.url);
  if (path === undefined) return <p class="bubble-file">Файл</p>;
  if (kind === 'voice' || kind === 'audio') {
    // biome-ignore lint/a11y/useMediaCaption: what a resident says has no captions
    return <audio controls preload="none" src={path} aria-label="Голосове повідомлення" />;
  }
  return (
    <a class="bubble-file" href={path} download={media.fileName ?? 'file'}>
      {media.fileName ?? 'Файл'}
      {media.sizeBytes !== undefined && <span class="bubble-file-size">{kilobytes(media.sizeBytes)}</span>}
    </a>
  );
};

const Photo: FC<{ media: PhoneMedia | undefined }> = ({ media }) => {
  const path = media && shownMediaPath(media.url);
  if (path === undefined) return <p class="bubble-file">Зображення</p>;
  return (
    <a href={path} target="_blank" rel="noreferrer">
      <img src={path} alt="Фото в чаті. Відкрити повністю" />
    </a>
  );
};

const Place: FC<{ latitude: number; longitude: number }> = ({ latitude, longitude }) => (
  <a
    class="bubble-place"
    href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`}
    target="_blank"
    rel="noreferrer"
  >
    <img src="/assets/sandbox-map.svg" alt="" width="260" height="130" />
    <span>
      Місце на карті: {latitude.toFixed(4)}, {longitude.toFixed(4)}
    </span>
  </a>
);

function kilobytes(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1024)).toLocaleString('uk')} КБ`;
}
