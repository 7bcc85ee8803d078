import { Refusal } from '../domain/refusal.js';
import { GuardedFetchError, type GuardedFetchErrorKind } from '../lib/guarded-fetch-error.js';
import { oneAtATime } from '../lib/one-at-a-time.js';
import type { Files } from '../services/files/files.js';
import type { Pictures, PictureUploads } from '../services/files/pictures.js';
import { preparePicture } from './prepare-picture.js';

/** What the guarded fetch of a picture may take; the sentences below name these numbers. */
export const PICTURE_FETCH_LIMITS = { maxBytes: 10_000_000, timeoutMs: 10_000, maxRedirects: 5 } as const;

export interface PicturesDeps {
  readonly files: Pick<Files, 'put' | 'publish'>;
  /** The guarded fetch within `PICTURE_FETCH_LIMITS`; tests give their own */
  readonly fetch: (url: string) => Promise<{ readonly bytes: Uint8Array }>;
}

/** Pictures of broadcasts: fetched, re-encoded for both messengers, stored once by content and published. */
export function createPictures({ files, fetch }: PicturesDeps): Pictures & PictureUploads {
  // A decoded picture takes up to half a gigabyte for a moment, and the thread pool has other work too.
  const inTurn = oneAtATime();
  async function keep({ bytes, alt }: { readonly bytes: Uint8Array; readonly alt: string }) {
    const { jpeg, wasAnimated } = await inTurn(() => preparePicture(bytes));
    const { id } = await files.put(jpeg, 'image/jpeg');
    const { publicName } = await files.publish(id);
    return { fileId: id, publicName, alt, wasAnimated };
  }

  return {
    keep,

    async fetch({ url, alt }) {
      const original = await fetch(url).catch((error: unknown) => {
        throw error instanceof GuardedFetchError ? toRefusal(error.kind) : error;
      });
      return { ...(await keep({ bytes: original.bytes, alt })), sourceUrl: url };
    },
  };
}

const REFUSALS: Record<GuardedFetchErrorKind, readonly [code: string, sentence: string]> = {
  url: ['url', 'Це не адреса зображення. Скопіюйте посилання повністю, без імені та пароля в ньому.'],
  scheme: ['scheme', 'Адреса зображення має починатися з https://. Перевірте посилання.'],
  forbiddenAddress: [
    'forbidden-address',
    'Зображення лежить у внутрішній мережі. Розмістіть його на відкритому сайті й дайте посилання звідти.',
  ],
  tooLarge: ['too-large', 'Зображення більше за 10 МБ. Зменшіть його й додайте ще раз.'],
  timeout: [
    'timeout',
    'Сайт не віддав зображення за 10 секунд. Спробуйте пізніше або розмістіть його на іншому сайті.',
  ],
  redirects: ['redirects', 'Посилання надто багато разів переадресовує. Дайте пряму адресу зображення.'],
  status: [
    'status',
    'Сайт не віддав зображення. Перевірте, чи відкривається посилання у браузері без входу на сайт.',
  ],
  network: ['network', 'Не вдалося з’єднатися із сайтом зображення. Перевірте адресу або спробуйте пізніше.'],
};

function toRefusal(kind: GuardedFetchErrorKind): Refusal {
  const [code, sentence] = REFUSALS[kind];
  return new Refusal('invalid', `picture.${code}`, sentence);
}
