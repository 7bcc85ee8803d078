import type { Logger } from '../../lib/log.js';
import type { Channel } from './channel.js';
import type { OutboxStore } from './store.js';

export interface TroubleDeps {
  readonly channel: Pick<Channel, 'id'>;
  readonly store: Pick<OutboxStore, 'trouble' | 'saveTrouble'>;
  readonly log: Logger;
}

/** Remembers that a messenger refuses our token or account, until it accepts something again, and tells staff. */
export class Trouble {
  private code: string | undefined;

  constructor(private readonly deps: TroubleDeps) {}

  /** Takes up what was known before a restart. */
  async resume(): Promise<void> {
    this.code = (await this.deps.store.trouble(this.deps.channel.id))?.code;
  }

  async refused(code: string, since: Date): Promise<void> {
    if (this.code === code) return;
    this.code = code;
    const { channel, store, log } = this.deps;
    log.error({ channel: channel.id, code }, 'outbox: the messenger refuses our token or account');
    await store.saveTrouble(channel.id, { code, since });
  }

  async accepted(): Promise<void> {
    if (this.code === undefined) return;
    this.code = undefined;
    const { channel, store, log } = this.deps;
    log.info({ channel: channel.id }, 'outbox: the messenger accepts our messages again');
    await store.saveTrouble(channel.id, undefined);
  }
}
