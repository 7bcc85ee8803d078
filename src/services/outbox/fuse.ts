import {
  addCharges,
  BILLING,
  billingMonth,
  type Charges,
  chargesOf,
  freeLeft,
  NO_CHARGES,
  PRICE_CODES,
  type PriceTerms,
  roomLeft,
} from '../../domain/viber-price.js';
import type { OutboxRow, RowOutcome } from './row.js';
import type { SendableBroadcast } from './store.js';

/** What a messenger that charges for messages outside a session is asked, and about. */
export interface FuseDeps {
  /** Undefined while no price is set: then nothing is held up */
  readonly terms: () => Promise<PriceTerms | undefined>;
  /** Of these people, those who are in a session now */
  readonly inSession: (subscriberIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** What the rows say of a month, `YYYY-MM` */
  readonly chargesIn: (month: string) => Promise<Charges>;
  readonly real: () => Date;
}

/** Rows that go in a request of their own: their people cost alike, so that one answer tells of all. */
export interface AdmittedGroup {
  readonly rows: readonly OutboxRow[];
  /** What the messenger is to say of their price; undefined while none is set */
  readonly foreseenBilling: number | undefined;
}

/** What becomes of rows that were about to go. */
export interface Admission {
  readonly groups: readonly AdmittedGroup[];
  readonly refused: readonly RowOutcome[];
  /** Whether the month allows them is known only when what is under way has ended */
  readonly later: readonly OutboxRow[];
}

/** How pressing a row is. */
export type Urgency = Pick<SendableBroadcast, 'alert' | 'important'>;

/**
 * Keeps the month within its budget. One holder sends everything, so what it counts here from the answers, on top of
 * what the rows said when it began, is what the messenger bills; what is under way counts as if it were all billed. A
 * row is refused only when nothing is, so the last message that the budget buys is sent. Alerts, and the rest of a
 * message that a person has begun to get, go whatever they cost.
 */
export class Fuse {
  private month: string | undefined;
  private used: Charges = NO_CHARGES;

  /** @param underWay messages of mailings that may still be billed */
  constructor(
    private readonly deps: FuseDeps,
    private readonly underWay: () => number,
  ) {}

  /**
   * @param rows of one message and part
   * @param messagesEach parts that each of them is still to get
   */
  async admit(
    rows: readonly OutboxRow[],
    messagesEach: number,
    { alert, important }: Urgency,
  ): Promise<Admission> {
    const terms = await this.deps.terms();
    if (!terms || rows.length === 0) return admitted({ rows, foreseenBilling: undefined });
    const heard = await this.deps.inSession(rows.map(({ subscriberId }) => subscriberId));
    const inside = rows.filter(({ subscriberId }) => heard.has(subscriberId));
    const others = rows.filter(({ subscriberId }) => !heard.has(subscriberId));
    const mustGo = alert || rows.some(({ part }) => part > 0);
    const admission =
      terms.onlyImportant && !important && !mustGo
        ? { groups: [], refused: this.refuse(others, PRICE_CODES.outsideSession), later: [] }
        : await this.admitOutside(others, messagesEach, mustGo, terms);
    const { groups } = admitted({ rows: inside, foreseenBilling: BILLING.inSession }, ...admission.groups);
    return { ...admission, groups };
  }

  /** The messenger took so many messages. */
  charged(billingStatus: number | undefined, messages: number, at: Date): void {
    const month = billingMonth(at);
    if (billingStatus === undefined || this.month === undefined || month < this.month) return;
    this.turnTo(month);
    this.used = addCharges(this.used, chargesOf(billingStatus, messages));
  }

  private async admitOutside(
    rows: readonly OutboxRow[],
    messagesEach: number,
    mustGo: boolean,
    terms: PriceTerms,
  ): Promise<Admission> {
    const isKnown = await this.knowsMonth();
    if (!isKnown) return mustGo ? outside([], rows) : { ...admitted(), later: rows };
    const underWay = this.underWay();
    const free = Math.floor(Math.max(0, freeLeft(terms, this.used) - underWay) / messagesEach);
    const room = Math.floor(Math.max(0, roomLeft(terms, this.used) - underWay) / messagesEach);
    if (rows.length <= free) return outside(rows, []);
    if (rows.length <= room && freeLeft(terms, this.used) === 0) return outside([], rows);
    if (mustGo) return outside(rows.slice(0, free), rows.slice(free));
    if (underWay > 0) return { ...admitted(), later: rows };
    const refused = this.refuse(rows.slice(room), PRICE_CODES.monthLimit);
    return { ...outside(rows.slice(0, free), rows.slice(free, room)), refused };
  }

  /** Counts the month from the rows, once, when nothing under way could be counted twice. @returns false: not yet */
  private async knowsMonth(): Promise<boolean> {
    const month = billingMonth(this.deps.real());
    if (this.month === undefined) {
      if (this.underWay() > 0) return false;
      this.used = await this.deps.chargesIn(month);
      this.month = month;
    }
    this.turnTo(month);
    return true;
  }

  /** A new month begins with nothing: all of its messages pass through here. */
  private turnTo(month: string): void {
    if (this.month === undefined || month <= this.month) return;
    this.month = month;
    this.used = NO_CHARGES;
  }

  private refuse(rows: readonly OutboxRow[], code: string): RowOutcome[] {
    const at = this.deps.real();
    return rows.map((row) => ({ row, status: 'skipped', code, at }));
  }
}

function admitted(...groups: readonly AdmittedGroup[]): Admission {
  return { groups: groups.filter(({ rows }) => rows.length > 0), refused: [], later: [] };
}

function outside(free: readonly OutboxRow[], paid: readonly OutboxRow[]): Admission {
  return admitted(
    { rows: free, foreseenBilling: BILLING.free },
    { rows: paid, foreseenBilling: BILLING.paid },
  );
}
