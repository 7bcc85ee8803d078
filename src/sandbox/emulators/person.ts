/**
 * How the bot may reach a person.
 * - `stranger`: never wrote to the bot
 * - `active`: may be written to
 * - `blocked`: blocked the bot (Telegram) or unsubscribed (Viber)
 * - `deactivated`: deleted the account
 */
export type PersonStatus = 'stranger' | 'active' | 'blocked' | 'deactivated';

/** A resident with a phone. */
export interface Person {
  /** Telegram user id in decimal, or Viber's 24 base64 characters */
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly phone: string;
  readonly status: PersonStatus;
  /** One of the demonstration crowd: accepts messages, keeps only the last one */
  readonly crowd: boolean;
}

/** What a test or the page may choose about a new person; the rest is made up. */
export interface PersonInput {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly locale?: string | undefined;
  readonly phone?: string | undefined;
  readonly status?: PersonStatus | undefined;
  readonly crowd?: boolean | undefined;
}

/** Fills in what was not chosen. `ordinal` makes telephones differ. */
export function createPerson(input: PersonInput, id: string, ordinal: number): Person {
  return {
    id: input.id ?? id,
    name: input.name ?? `Мешканець ${ordinal}`,
    locale: input.locale ?? 'uk',
    phone: input.phone ?? `380500${String(ordinal).padStart(6, '0')}`,
    status: input.status ?? 'stranger',
    crowd: input.crowd ?? false,
  };
}
