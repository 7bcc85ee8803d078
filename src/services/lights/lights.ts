/** How a messenger brings us what people write. */
export type Reception =
  /** We ask for it */
  | { readonly kind: 'polling' }
  /** It is brought to our address */
  | { readonly kind: 'webhook' }
  /** It is brought to another address, or to none */
  | { readonly kind: 'elsewhere' }
  /** It cannot be brought: we have no outside address */
  | { readonly kind: 'no-address' };

/** What a messenger answers about our bot, asked just now. */
export type MessengerLight =
  /** No token is set */
  | { readonly kind: 'off' }
  /** @see {@link reasonWords} for the code */
  | { readonly kind: 'failed'; readonly code: string }
  | {
      readonly kind: 'answers';
      /** As people see it */
      readonly name: string;
      /** Opens the chat: Telegram's user name, Viber's URI; undefined where the messenger did not say */
      readonly address: string | undefined;
      readonly reception: Reception;
      /** Messages that the messenger could not bring yet */
      readonly waiting: number;
      /** Refusals of the outbox that still last, e.g. `telegram.401` */
      readonly trouble: string | undefined;
    };

/** How the database and its disk are. */
export type DatabaseLight =
  | { readonly kind: 'failed'; readonly reason: 'late' | 'refused' }
  | {
      readonly kind: 'answers';
      readonly engine: 'embedded' | 'MongoDB';
      /** How long a durable write took, in milliseconds */
      readonly tookMs: number;
      /** Room on the disk of `DATA_DIR` */
      readonly freeBytes: number;
      /** Of the database; undefined where it does not say */
      readonly sizeBytes: number | undefined;
    };

/** Three lights: both messengers and the database. */
export interface LightsReport {
  readonly checkedAt: Date;
  readonly telegram: MessengerLight;
  readonly viber: MessengerLight;
  readonly database: DatabaseLight;
}

/** Looks at what the service depends on, itself. */
export interface Lights {
  /** The newest look of this process; undefined before the first */
  last(): LightsReport | undefined;
  /** Looks now; everybody answers within {@link LIGHT_MS} or has failed. Those who ask at once get one answer. */
  check(): Promise<LightsReport>;
}

/** Longest wait for one answer. */
export const LIGHT_MS = 5_000;

/** What each light asks; none of them throws. */
export interface LightSources {
  readonly telegram: (signal: AbortSignal) => Promise<MessengerLight>;
  readonly viber: (signal: AbortSignal) => Promise<MessengerLight>;
  readonly database: (signal: AbortSignal) => Promise<DatabaseLight>;
}

/** @param real the real clock */
export function createLights(sources: LightSources, real: () => Date): Lights {
  let last: LightsReport | undefined;
  let running: Promise<LightsReport> | undefined;

  async function look(): Promise<LightsReport> {
    const signal = AbortSignal.timeout(LIGHT_MS);
    const [telegram, viber, database] = await Promise.all([
      sources.telegram(signal),
      sources.viber(signal),
      sources.database(signal),
    ]);
    last = { checkedAt: real(), telegram, viber, database };
    return last;
  }

  return {
    last: () => last,
    check() {
      running ??= look().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
