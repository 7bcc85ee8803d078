import type { Broadcast } from '../../../../src/domain/broadcast.js';
import { KYIV } from '../../../../src/lib/city-time.js';
import { createAudit } from '../../../../src/services/audit/audit.js';
import { BroadcastDriver } from '../../../../src/services/broadcasts/driver.js';
import { createRules } from '../../../../src/services/broadcasts/rules.js';
import { createSendable } from '../../../../src/services/broadcasts/sendable.js';
import { DEFAULT_SETTINGS } from '../../../../src/services/settings/defaults.js';
import type { SettingsValues } from '../../../../src/services/settings/input.js';
import { aBroadcast } from '../../../support/console/builders.js';
import { memoryBroadcasts } from '../../../support/memory-broadcasts.js';
import { silentLogger } from '../../../support/silent-logger.js';
import { memoryAuditStore } from '../staff/memory-stores.js';

/** One broadcast whose rows wait, the default rules, and a clock that the test turns. */
export function aCity(changes: Partial<Broadcast>, time: string, settings: Partial<SettingsValues> = {}) {
  let now = new Date(time);
  const auditStore = memoryAuditStore();
  const digestsHaveLeft = { isTrue: true };
  const clock = () => now;
  const { store, waiting, kept } = memoryBroadcasts([
    aBroadcast({ approvals: [{ by: 'approver', hash: 'hash-1', at: now }], ...changes }),
  ]);
  const rules = createRules({ get: async () => ({ ...DEFAULT_SETTINGS, ...settings }) }, KYIV);
  const driver = new BroadcastDriver({
    store,
    planner: { plan: async () => true },
    amendmentPlanner: { plan: async () => true },
    digests: { withdraw: async () => digestsHaveLeft.isTrue },
    rules,
    audit: createAudit(auditStore, clock),
    clocks: { now: clock, real: clock },
    nudgeSenders: () => {},
    log: silentLogger,
  });
  const sendable = createSendable({ store, rules, now: clock });
  waiting.add('b1');
  return {
    store,
    waiting,
    auditStore,
    digestsHaveLeft,
    turnTo: (iso: string) => {
      now = new Date(iso);
    },
    /** Lets the driver look once. @returns the broadcast as it is then */
    async look(): Promise<Broadcast | undefined> {
      await driver.look(new AbortController().signal);
      return kept.get('b1');
    },
    sendable: async () => (await sendable('telegram')).map(({ id }) => id),
  };
}
