import { SendError, type SendFailure } from './channel.js';
import type { Silence } from './silence.js';

type Throttled = Extract<SendFailure, { kind: 'throttled' }>;

/** Obeys a messenger that says "too fast", also where it does not say whether it means the bot or one person. */
export class Throttle {
  private suspect: { readonly address: string; readonly untilMs: number } | undefined;

  constructor(private readonly silence: Silence) {}

  /**
   * What a refusal really means. Refused to one person, it may be only their hour that is full: then the others are
   * not kept waiting. Refused to a second person before the bot's window has passed, it is the bot that is too fast.
   */
  clear(error: SendError, address: string, at: Date): SendError {
    const { failure, code } = error;
    if (failure.kind !== 'throttled' || failure.whose === 'bot') return error;
    const earlier = this.suspect;
    this.suspect = { address, untilMs: at.getTime() + failure.retryAfterMs };
    if (!earlier || earlier.address === address || earlier.untilMs < at.getTime()) return error;
    return new SendError(code, { ...failure, whose: 'bot' });
  }

  /** Falls silent at once when the whole bot is meant. Resolves when that would survive a restart. */
  async obey({ whose, retryAfterMs }: Throttled, code: string, at: Date): Promise<void> {
    if (whose === 'bot') await this.silence.obey(code, retryAfterMs, at);
  }
}
