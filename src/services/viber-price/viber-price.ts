import { type Broadcast, isImportant, isPlanned } from '../../domain/broadcast.js';
import {
  billingMonth,
  type Charges,
  costOf,
  forecastPrice,
  freeLeft,
  isPriced,
  type PriceForecast,
  type PriceTerms,
} from '../../domain/viber-price.js';
import { sessionsSince } from '../../domain/viber-session.js';
import type { Audience } from '../broadcasts/audience.js';
import type { Settings } from '../settings/settings.js';
import type { ChargeStore } from './charge-store.js';

/** The month so far, by UTC. */
export interface PriceMonth {
  /** `YYYY-MM` */
  readonly month: string;
  readonly terms: PriceTerms;
  readonly charges: Charges;
  /** Messages */
  readonly freeLeft: number;
  /** Euro paid, to the cent */
  readonly euros: number;
}

/** The price of one broadcast in Viber. */
export interface BroadcastPrice {
  /** Before it leaves: as of now; then: as its approver saw it, if a price was set by then */
  readonly forecast: PriceForecast | undefined;
  /** Some get it in their digest, which may bring other news for the same price */
  readonly isShared: boolean;
  /** What Viber said so far; undefined before it leaves */
  readonly billed: (Charges & { readonly euros: number }) | undefined;
  readonly month: PriceMonth;
}

/** How a broadcast goes to Viber. */
export interface InViber {
  readonly people: number;
  /** Messages that one person gets by it; 0: it does not go there */
  readonly messagesEach: number;
}

/** What Viber's messages cost; silent while neither a price nor a quota is set. */
export interface ViberPrice {
  /** Terms in force; undefined: off */
  terms(): Promise<PriceTerms | undefined>;
  month(): Promise<PriceMonth | undefined>;
  ofBroadcast(
    broadcast: Broadcast,
    inViber: InViber,
    month: PriceMonth | undefined,
  ): Promise<BroadcastPrice | undefined>;
}

export interface ViberPriceDeps {
  readonly settings: Pick<Settings, 'get'>;
  readonly audience: Pick<Audience, 'countHeard'>;
  readonly charges: ChargeStore;
  /** Viber does not know our calendar: sessions and months go by the real clock */
  readonly real: () => Date;
}

/** Foresees what a broadcast takes, and counts from the rows what it took. */
export function createViberPrice({ settings, audience, charges, real }: ViberPriceDeps): ViberPrice {
  return {
    terms,

    async month() {
      const current = await terms();
      if (!current) return undefined;
      const month = billingMonth(real());
      const used = await charges.ofMonth(month);
      return {
        month,
        terms: current,
        charges: used,
        freeLeft: freeLeft(current, used),
        euros: costOf(current, used.paid),
      };
    },

    async ofBroadcast(broadcast, inViber, month) {
      if (!month || inViber.messagesEach === 0) return undefined;
      const hasLeft = isPlanned(broadcast);
      return {
        forecast: hasLeft
          ? broadcast.approvals.at(-1)?.viberForecast
          : await forecast(broadcast, inViber, month),
        isShared: broadcast.delivery === 'digest',
        billed: hasLeft ? await billed(broadcast, month.terms) : undefined,
        month,
      };
    },
  };

  async function terms(): Promise<PriceTerms | undefined> {
    const { viber } = await settings.get();
    return isPriced(viber) ? viber : undefined;
  }

  async function forecast(
    broadcast: Broadcast,
    { people, messagesEach }: InViber,
    { terms: current, charges: used }: PriceMonth,
  ): Promise<PriceForecast> {
    const heard = await audience.countHeard(broadcast.audience, sessionsSince(real()));
    // Counted at another moment: people come and go.
    const inSession = Math.min(heard, people);
    const outsideSession = people - inSession;
    const urgency = { alert: broadcast.kind === 'alert', important: isImportant(broadcast) };
    return forecastPrice(current, used, { inSession, outsideSession }, messagesEach, urgency);
  }

  async function billed({ id }: Broadcast, current: PriceTerms) {
    const told = await charges.ofBroadcast(id, real());
    return { ...told, euros: costOf(current, told.paid) };
  }
}
