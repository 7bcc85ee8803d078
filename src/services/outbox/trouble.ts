import type { Logger } from '../../lib/log.js';
import type { Channel } from './channel.js';
import type { AccountTrouble, OutboxStore } from './store.js';

export interface TroubleDeps {
  readonly channel: Pick<Channel, 'id'>;
  readonly store: Pick<OutboxStore, 'trouble' | 'saveTrouble'>;
  readonly log: Logger;
}

/** Remembers that a messenger refuses our token or account, until it accepts something again, and tells staff. */
export class Trouble {
  private now: AccountTrouble | undefined;

  constructor(private readonly deps: TroubleDeps) {}

  /** Takes up what was known before a restart. */
  async resume(): Promise<void> {
    this.now = await this.deps.store.trouble(this.deps.channel.id);
  }

  async refused(trouble: AccountTrouble): Promise<void> {
    if (this.now?.code === trouble.code) return;
    this.now = trouble;
    const { channel, store, log } = this.deps;
    log.error(
      { channel: channel.id, code: trouble.code },
      'outbox: the messenger refuses our token or account',
    );
    await store.saveTrouble(channel.id, trouble);
  }

  /** @param people whom the accepted request was for */
  async accepted(people: number): Promise<void> {
    if (this.now === undefined || (this.now.oneByOne && people === 1)) return;
    this.now = undefined;
    const { channel, store, log } = this.deps;
    log.info({ channel: channel.id }, 'outbox: the messenger accepts our messages again');
    await store.saveTrouble(channel.id, undefined);
  }
}
