import type { ChannelId } from '../../domain/channel-id.js';
import type { Locale } from '../../domain/locale.js';
import { PERIODS } from '../../domain/retention.js';
import type { DialogueContext, Organisation } from './ports.js';
import { type Scene, sceneOf } from './scene.js';
import { initialState, type Screen } from './state.js';

/** Who is spoken to outside a step, as far as that is known. */
export interface Outsider {
  readonly organisation: Organisation;
  readonly locale: Locale;
  readonly channel?: ChannelId;
  readonly timeZone?: string;
  /** The day dates are told from; matters only where the text has dates */
  readonly now?: Date;
}

const MIDNIGHT = { hour: 0, minute: 0 };

/** A scene for somebody of whom nothing is read: only the words and buttons of the screen are asked of it. */
export function outsiderScene(outsider: Outsider, screen: Screen): Scene {
  const { organisation, locale, channel = 'telegram', timeZone = 'UTC', now = new Date(0) } = outsider;
  const context: DialogueContext = {
    now,
    timeZone,
    organisation,
    office: { timeZone, opens: MIDNIGHT, closes: MIDNIGHT, overrides: new Map() },
    topics: [],
    streets: [],
    faq: [],
    quietHours: null,
    piecesPerMinute: Number.POSITIVE_INFINITY,
    appealYears: PERIODS.appealYears.usual,
    person: {
      id: '',
      channel,
      address: '',
      name: undefined,
      locale,
      status: 'pending',
      topics: [],
      deliveryMode: 'digest',
      digestAt: '18:00',
      consent: undefined,
      source: undefined,
      createdAt: now,
    },
    knownApplicant: undefined,
    appeals: [],
    repliedAppealNumber: undefined,
    draft: undefined,
    news: { day: '', items: [] },
  };
  return sceneOf({ ...initialState, screen }, context);
}
