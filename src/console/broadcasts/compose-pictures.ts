import type { Picture } from '../../domain/content.js';
import { Refusal } from '../../domain/refusal.js';
import { isPictureAddress } from '../../services/broadcasts/input.js';
import { type FieldErrors, uploads } from '../forms.js';
import type { ConsoleParts } from '../parts.js';
import type { ComposeValues, TypedPicture } from './compose-values.js';

/** Pictures of one broadcast: https://core.telegram.org/bots/api#sendmediagroup */
export const PICTURES_MAX = 10;

type Parts = Pick<ConsoleParts, 'pictures' | 'files' | 'sandbox'>;

/** What was typed, with the pictures that came along kept; what could not be is told by its field. */
export interface Gathered {
  readonly values: ComposeValues;
  readonly errors: FieldErrors;
}

/** Keeps the files that were sent and the picture whose address was typed, so that nothing has to be sent twice. */
export async function gatherPictures(parts: Parts, form: FormData, typed: ComposeValues): Promise<Gathered> {
  const sent = await keepUploads(parts, form, PICTURES_MAX - typed.pictures.length);
  const named = await fetchNamed(parts, typed);
  const pictures = [...typed.pictures, ...sent.pictures, ...named.pictures];
  const done = named.pictures.length > 0 ? { pictureUrl: '', pictureAlt: '' } : {};
  return {
    values: { ...typed, ...done, pictures: pictures.slice(0, PICTURES_MAX) },
    errors: { ...sent.errors, ...named.errors },
  };
}

/** The kept pictures as a broadcast holds them; one whose name nobody knows is left out. */
export async function picturesOf(
  { files, sandbox }: Parts,
  typed: readonly TypedPicture[],
): Promise<readonly Picture[]> {
  const found = await Promise.all(
    typed.slice(0, PICTURES_MAX).map(async ({ publicName, alt, sourceUrl, wasAnimated }) => {
      const file = await files.findPublic(publicName);
      if (file?.contentType !== 'image/jpeg') return [];
      const isKnownSource = isPictureAddress(sourceUrl, sandbox !== undefined);
      return [
        {
          fileId: file.id,
          publicName,
          alt,
          ...(isKnownSource ? { sourceUrl } : {}),
          ...(wasAnimated ? { wasAnimated } : {}),
        },
      ];
    }),
  );
  return found.flat();
}

/** A picture without words says nothing to those who do not see it. */
export function silentPictures({ pictures }: ComposeValues): FieldErrors {
  const silent = pictures.flatMap(({ alt }, at) =>
    alt === '' ? [[`alt-${at}`, `Опишіть словами картинку ${at + 1}: опис чутимуть ті, хто не бачить.`]] : [],
  );
  return Object.fromEntries(silent);
}

interface Kept {
  readonly pictures: readonly TypedPicture[];
  readonly errors: FieldErrors;
}

async function keepUploads({ pictures }: Parts, form: FormData, room: number): Promise<Kept> {
  const files = uploads(form, 'photos');
  const kept: TypedPicture[] = [];
  const refused: string[] = files.length > room ? [`Картинок може бути не більше ніж ${PICTURES_MAX}.`] : [];
  for (const file of files.slice(0, room)) {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      kept.push(typedPicture(await pictures.keep({ bytes, alt: '' })));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(`${file.name}: ${error.message}`);
    }
  }
  return { pictures: kept, errors: refused.length === 0 ? {} : { photos: refused.join(' ') } };
}

async function fetchNamed({ pictures, sandbox }: Parts, typed: ComposeValues): Promise<Kept> {
  const { pictureUrl: url, pictureAlt: alt } = typed;
  if (url === '') return { pictures: [], errors: {} };
  if (!isPictureAddress(url, sandbox !== undefined))
    return wrong('pictureUrl', 'Вкажіть повну адресу картинки, що починається з https://.');
  if (alt === '') return wrong('pictureAlt', 'Опишіть картинку словами: опис чутимуть ті, хто не бачить.');
  try {
    return { pictures: [typedPicture(await pictures.fetch({ url, alt }))], errors: {} };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return wrong('pictureUrl', error.message);
  }
}

function wrong(field: string, words: string): Kept {
  return { pictures: [], errors: { [field]: words } };
}

function typedPicture({ publicName, alt, sourceUrl = '', wasAnimated = false }: Picture): TypedPicture {
  return { publicName, alt, sourceUrl, wasAnimated };
}
