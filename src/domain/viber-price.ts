/** What Viber takes for a message outside a session, and how much of that the council allows. */
export interface PriceTerms {
  /** Euro for one message outside a session, up to four decimals; 0: none is sold to us */
  readonly pricePerMessage: number;
  /** Messages outside sessions that cost nothing in a calendar month by UTC; 0: none */
  readonly freePerMonth: number;
  /** Euro a calendar month by UTC; null: no limit */
  readonly monthlyBudget: number | null;
  /** Outside a session people get only what is important */
  readonly onlyImportant: boolean;
}

/** Messages that Viber took, by what it said of their price. */
export interface Charges {
  /** Free, and not counted against the month */
  readonly inSession: number;
  /** Outside a session, out of the month's free ones */
  readonly free: number;
  readonly paid: number;
}

/** What one broadcast will take. */
export interface PriceForecast {
  /** People; what they get is free */
  readonly inSession: number;
  /** People, those who will not get it among them */
  readonly outsideSession: number;
  /** Messages out of the month's free ones */
  readonly free: number;
  /** Messages */
  readonly paid: number;
  /** Of `paid`, to the cent */
  readonly euros: number;
  /** People outside a session who will not get it, as it is not important */
  readonly heldOutsideSession: number;
  /** People outside a session who will not get it, as the month allows no more */
  readonly heldByLimit: number;
}

/** Codes of rows that were not sent for the price's sake: their people are owed the message. */
export const PRICE_CODES = {
  outsideSession: 'viber.outside-session',
  monthLimit: 'viber.month-limit',
} as const;

export const NO_CHARGES: Charges = { inSession: 0, free: 0, paid: 0 };

/** What is foreseen for messages of each kind, as Viber's `billing_status` says it of a bot that it bills. */
export const BILLING = { inSession: 2, free: 4, paid: 5 } as const;

/** Prices have up to four decimals: whole numbers of this part of a euro add up exactly. */
const UNITS_PER_EURO = 10_000;

/** Whether the price is looked at at all: only once a price or a quota is set. */
export function isPriced({ pricePerMessage, freePerMonth }: PriceTerms): boolean {
  return pricePerMessage > 0 || freePerMonth > 0;
}

/** `YYYY-MM` by UTC, as Viber's months go. */
export function billingMonth(at: Date): string {
  return at.toISOString().slice(0, 7);
}

/**
 * What a `billing_status` says of so many messages: 3 and 4 free outside a session, 5 billed, the others free.
 * @see https://developers.viber.com/docs/api/rest-bot-api/#response
 */
export function chargesOf(billingStatus: number, messages: number): Charges {
  if (billingStatus === 5) return { ...NO_CHARGES, paid: messages };
  if (billingStatus === 3 || billingStatus === 4) return { ...NO_CHARGES, free: messages };
  return { ...NO_CHARGES, inSession: messages };
}

export function addCharges(a: Charges, b: Charges): Charges {
  return { inSession: a.inSession + b.inSession, free: a.free + b.free, paid: a.paid + b.paid };
}

/** Messages outside sessions that still cost nothing this month. */
export function freeLeft({ freePerMonth }: PriceTerms, used: Charges): number {
  return Math.max(0, freePerMonth - used.free - used.paid);
}

/**
 * Messages outside sessions that this month still allows: the free ones, then what the budget buys. Without a price
 * Viber sells none, and refuses whatever is over the quota (status 23).
 * @returns Infinity without a limit
 */
export function roomLeft(terms: PriceTerms, used: Charges): number {
  const price = units(terms.pricePerMessage);
  const free = freeLeft(terms, used);
  if (price === 0) return free;
  if (terms.monthlyBudget === null) return Number.POSITIVE_INFINITY;
  const left = units(terms.monthlyBudget) - used.paid * price;
  return free + Math.max(0, Math.floor(left / price));
}

/** Euro for so many paid messages, to the cent. */
export function costOf({ pricePerMessage }: PriceTerms, paid: number): number {
  return Math.round((paid * units(pricePerMessage) * 100) / UNITS_PER_EURO) / 100;
}

/**
 * What a broadcast will take, by who is in a session now.
 *
 * @param used this month so far
 * @param people of Viber, whom it is for
 * @param messagesEach a long text or pictures go in several, each with its price; at least 1
 * @param urgency an alert goes whatever it costs
 */
export function forecastPrice(
  terms: PriceTerms,
  used: Charges,
  people: { readonly inSession: number; readonly outsideSession: number },
  messagesEach: number,
  urgency: { readonly alert: boolean; readonly important: boolean },
): PriceForecast {
  const { alert, important } = urgency;
  const isHeld = terms.onlyImportant && !important && !alert;
  const wanted = isHeld ? 0 : people.outsideSession;
  const allowed = alert ? wanted : Math.min(wanted, Math.floor(roomLeft(terms, used) / messagesEach));
  const messages = allowed * messagesEach;
  const free = Math.min(messages, freeLeft(terms, used));
  return {
    ...people,
    free,
    paid: messages - free,
    euros: costOf(terms, messages - free),
    heldOutsideSession: people.outsideSession - wanted,
    heldByLimit: wanted - allowed,
  };
}

function units(euros: number): number {
  return Math.round(euros * UNITS_PER_EURO);
}
