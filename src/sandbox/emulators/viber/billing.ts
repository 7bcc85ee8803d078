import type { ViberChat } from './chat.js';
import { ViberRefusal } from './status.js';

/** What the bot's contract with Viber says. */
export interface ViberContract {
  /** Bots made before 05.02.2024 may have none: over the free messages they are refused */
  readonly isBillable: boolean;
  /** Messages outside sessions in a calendar month by UTC */
  readonly freePerMonth: number;
  /** Left out: the bot may call `broadcast_message` */
  readonly mayBroadcast?: boolean | undefined;
}

/** Bots made since 05.02.2024: every message outside a session is billed. */
export const DEFAULT_VIBER_CONTRACT: ViberContract = { isBillable: true, freePerMonth: 0 };

/** @see https://help.viber.com/hc/en-us/articles/15247629658525 a session is 24 hours from the person's message */
const SESSION_MS = 24 * 3600_000;

/** What Viber takes for messages: which were free, and which it billed. */
export interface ViberBilling {
  /**
   * Takes one message for each of these people.
   *
   * @returns `billing_status` of the dearest: an answer has one for all
   * @throws {ViberRefusal} when it is over the free ones of a bot that cannot be billed; nothing was taken then
   * @see https://creators.viber.com/docs/bots-api/resources/messaging/send-message#billing-statuses
   */
  take(chats: readonly ViberChat[]): number;
}

export function createViberBilling(contract: ViberContract, now: () => Date): ViberBilling {
  const { isBillable, freePerMonth } = contract;
  let month = '';
  let taken = 0;

  return {
    take(chats) {
      const at = now();
      if (at.toISOString().slice(0, 7) !== month) taken = 0;
      month = at.toISOString().slice(0, 7);
      const outside = chats.filter((chat) => !isInSession(chat, at)).length;
      const isOver = taken + outside > freePerMonth;
      if (outside > 0 && isOver && !isBillable) throw new ViberRefusal('freeMessagesExceeded');
      taken += outside;
      if (outside === 0) return isBillable ? 2 : 1;
      if (isOver) return 5;
      return isBillable ? 4 : 3;
    },
  };
}

function isInSession({ heardAtMs }: ViberChat, at: Date): boolean {
  return heardAtMs !== null && at.getTime() - heardAtMs < SESSION_MS;
}
