import type { OutgoingContent, Picture } from '../../domain/content.js';
import type { RenderWarning } from '../../services/outbox/channel.js';
import type { SpelledLink } from './text.js';

/** A stored picture at its outside address. */
export interface ShownPicture {
  readonly picture: Picture;
  readonly url: string;
}

/** What becomes of a message's pictures: Viber shows one, and only from an outside address. */
export interface ViberPictures {
  readonly shown: ShownPicture | undefined;
  /** Addresses of what is not shown */
  readonly links: readonly SpelledLink[];
  readonly warnings: readonly RenderWarning[];
}

/**
 * The first picture, and links to the others.
 *
 * @param addressOf outside address of a published file; undefined when there is none
 */
export function viberPictures(
  { pictures = [], gallery }: OutgoingContent,
  addressOf: (publicName: string) => string | undefined,
): ViberPictures {
  const [picture, ...others] = pictures;
  if (!picture) return { shown: undefined, links: [], warnings: [] };
  const url = addressOf(picture.publicName);
  if (url === undefined)
    return { shown: undefined, links: pictures.flatMap(sourceLink), warnings: [NO_PUBLIC_ADDRESS] };
  const isAlone = others.length === 0;
  return {
    shown: { picture, url },
    links: isAlone ? [] : gallery ? [gallery] : others.flatMap(sourceLink),
    warnings: isAlone ? [] : [FIRST_PICTURE_ONLY],
  };
}

function sourceLink({ alt, sourceUrl }: Picture): SpelledLink[] {
  return sourceUrl === undefined ? [] : [{ label: alt.trim(), url: sourceUrl }];
}

const FIRST_PICTURE_ONLY: RenderWarning = {
  code: 'pictures.first-only',
  message: 'Viber показує одне зображення в повідомленні: буде перше, а решта – за посиланням.',
};

const NO_PUBLIC_ADDRESS: RenderWarning = {
  code: 'pictures.no-public-url',
  message: 'Viber бере зображення з адреси сервісу, а її не задано (PUBLIC_URL): буде текст із посиланням.',
};
