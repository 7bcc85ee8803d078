import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { BroadcastLook } from '../../services/broadcasts/broadcasts.js';
import { type AudienceTally, EXCLUSIONS, type Exclusion } from '../../services/subscriptions/census.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { CityDates } from '../words/dates.js';
import { departureWords } from '../words/departure.js';
import { formatNumber } from '../words/plural.js';
import { people } from '../words/price-words.js';
import type { PreviewModel } from './preview.js';
import { type ViberPriceModel, viberPriceModel } from './viber-price-model.js';

/** One line of who does not get it; a number per messenger, with the list where there is one. */
export interface ExclusionRow {
  readonly words: string;
  readonly cells: readonly { readonly count: string; readonly href: string | undefined }[];
}

export interface AudienceModel {
  readonly total: string;
  readonly channels: readonly string[];
  /** When they get it */
  readonly pace: string | undefined;
  readonly excluded: readonly ExclusionRow[];
}

/** How what is being written would be, ready to print. */
export interface LookModel {
  /** Nothing is written yet */
  readonly isBlank: boolean;
  readonly previews: readonly PreviewModel[];
  /** «Telegram: 120 з 4 096» */
  readonly sizes: readonly string[];
  readonly departure: string | undefined;
  readonly price: ViberPriceModel | undefined;
  readonly audience: AudienceModel;
}

const EXCLUSION_WORDS: Readonly<Record<Exclusion, string>> = {
  'other-messenger': 'Месенджер не позначено',
  'other-topics': 'Не обрали жодної з цих тем',
  pending: 'Ще не погодилися на розсилку',
  stopped: 'Вимкнули розсилку',
  unreachable: 'Заблокували чат',
};

export function lookModel(look: BroadcastLook, dates: CityDates): LookModel {
  return {
    isBlank: look.title === '' && look.text === '' && look.pictures.length === 0,
    previews: look.previews.map(({ channel, messages }) => ({
      channel,
      messages,
      warnings: look.warnings.filter((warning) => warning.channel === channel).map(({ message }) => message),
    })),
    sizes: look.previews.map(
      ({ channel, size: { units, limit } }) =>
        `${CHANNEL_WORDS[channel]}: ${formatNumber(units)} з ${formatNumber(limit)}`,
    ),
    departure: look.departure && departureWords(look.departure, dates),
    price: look.viberPrice && viberPriceModel(look.viberPrice),
    audience: audienceModel(look),
  };
}

function audienceModel({ audienceSize, tally, delivery }: BroadcastLook): AudienceModel {
  return {
    total: people(audienceSize.total),
    channels: CHANNEL_IDS.map((id) => `${CHANNEL_WORDS[id]} – ${formatNumber(audienceSize[id])}`),
    pace: tally && delivery === 'digest' ? paceWords(tally) : undefined,
    excluded: tally ? exclusionRows(tally) : [],
  };
}

function paceWords({ telegram, viber }: AudienceTally): string {
  const inDigest = telegram.inDigest + viber.inDigest;
  const atOnce = telegram.chosen + viber.chosen - inDigest;
  return `Одразу – ${people(atOnce)}; у щоденній добірці у свою годину – ${people(inDigest)}.`;
}

function exclusionRows(tally: AudienceTally): readonly ExclusionRow[] {
  return EXCLUSIONS.filter((reason) => CHANNEL_IDS.some((id) => tally[id].excluded[reason] > 0)).map(
    (reason) => ({
      words: EXCLUSION_WORDS[reason],
      cells: CHANNEL_IDS.map((id) => ({
        count: formatNumber(tally[id].excluded[reason]),
        href: tally[id].excluded[reason] > 0 ? listHref(reason, id) : undefined,
      })),
    }),
  );
}

/** The list of subscribers knows states, not topics. */
function listHref(reason: Exclusion, channel: string): string | undefined {
  if (reason === 'other-messenger') return `/subscribers?channel=${channel}&status=active`;
  return reason === 'other-topics' ? undefined : `/subscribers?channel=${channel}&status=${reason}`;
}
