import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import { formText, list } from '../forms.js';
import { toWallClock } from './wall-clock.js';

/** A picture that is with us already, as the form carries it. */
export interface TypedPicture {
  /** Its unguessable name under `/media/`: knowing it is the right to use it */
  readonly publicName: string;
  readonly alt: string;
  readonly sourceUrl: string;
  readonly wasAnimated: boolean;
}

export interface TypedButton {
  readonly url: string;
  readonly label: string;
}

/** What the form holds, as typed. */
export interface ComposeValues {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly linkUrl: string;
  readonly linkLabel: string;
  readonly buttons: readonly TypedButton[];
  readonly pictures: readonly TypedPicture[];
  /** Address of one more picture, and what is on it */
  readonly pictureUrl: string;
  readonly pictureAlt: string;
  readonly topics: readonly string[];
  readonly channels: readonly string[];
  /** `YYYY-MM-DDTHH:MM` by the city's clock; '' for at once */
  readonly sendAt: string;
  readonly delivery: string;
  readonly ignoreQuietHours: boolean;
}

export const EMPTY_COMPOSE: ComposeValues = {
  kind: 'news',
  title: '',
  text: '',
  linkUrl: '',
  linkLabel: '',
  buttons: [],
  pictures: [],
  pictureUrl: '',
  pictureAlt: '',
  topics: [],
  channels: CHANNEL_IDS,
  sendAt: '',
  delivery: '',
  ignoreQuietHours: false,
};

/** Reads what was typed, whatever it is. Rows of buttons that were left blank are none. */
export function readCompose(form: FormData): ComposeValues {
  const text = (name: string): string => formText(form, name);
  const labels = list(form, 'buttonLabel');
  const buttons = list(form, 'buttonUrl').map((url, at) => ({
    url: url.trim(),
    label: (labels[at] ?? '').trim(),
  }));
  return {
    kind: text('kind'),
    title: text('title'),
    text: text('text'),
    linkUrl: text('linkUrl'),
    linkLabel: text('linkLabel'),
    buttons: buttons.filter(({ url, label }) => url !== '' || label !== ''),
    pictures: readPictures(form),
    pictureUrl: text('pictureUrl'),
    pictureAlt: text('pictureAlt'),
    topics: [...list(form, 'topics')].sort(),
    channels: list(form, 'channels'),
    sendAt: text('sendAt'),
    delivery: text('delivery'),
    ignoreQuietHours: form.has('ignoreQuietHours'),
  };
}

/** A broadcast as the form shows it. */
export function composeValuesOf(
  broadcast: Pick<
    BroadcastView,
    | 'kind'
    | 'title'
    | 'text'
    | 'link'
    | 'buttons'
    | 'pictures'
    | 'audience'
    | 'sendAt'
    | 'delivery'
    | 'ignoreQuietHours'
  >,
  timeZone: string,
): ComposeValues {
  const { kind, title, text, link, buttons, audience, sendAt, delivery, ignoreQuietHours } = broadcast;
  return {
    ...EMPTY_COMPOSE,
    ...{ kind, title, text, buttons, delivery, ignoreQuietHours },
    linkUrl: link?.url ?? '',
    linkLabel: link?.label ?? '',
    pictures: broadcast.pictures.map(({ publicName, alt, sourceUrl = '', wasAnimated = false }) => ({
      ...{ publicName, alt, sourceUrl, wasAnimated },
    })),
    // Sorted, as those that the form sends: who changed them is told by comparing.
    topics: [...(audience.topics ?? [])].sort(),
    channels: audience.channels?.length
      ? CHANNEL_IDS.filter((id) => audience.channels?.includes(id))
      : CHANNEL_IDS,
    sendAt: sendAt === undefined ? '' : toWallClock(sendAt, timeZone),
  };
}

/** Every row of a picture sends all four of its fields, so they go together by their place. */
function readPictures(form: FormData): readonly TypedPicture[] {
  const [alts, sources, stills] = [
    list(form, 'alt'),
    list(form, 'pictureSource'),
    list(form, 'pictureStill'),
  ];
  return list(form, 'picture').map((publicName, at) => ({
    publicName,
    alt: (alts[at] ?? '').trim(),
    sourceUrl: sources[at] ?? '',
    wasAnimated: stills[at] === 'yes',
  }));
}
