import type { Broadcast } from '../../../../src/domain/broadcast.js';
import type { Actor, Role } from '../../../../src/domain/role.js';
import { KYIV } from '../../../../src/lib/city-time.js';
import { createAudit } from '../../../../src/services/audit/audit.js';
import { createRules } from '../../../../src/services/broadcasts/rules.js';
import { createBroadcasts } from '../../../../src/services/broadcasts/service.js';
import { DEFAULT_SETTINGS } from '../../../../src/services/settings/defaults.js';
import { aBroadcast } from '../../../support/console/builders.js';
import { memoryBroadcasts } from '../../../support/memory-broadcasts.js';
import { someTopics } from '../../../support/some-topics.js';
import { memoryAuditStore } from '../staff/memory-stores.js';

const NOW = new Date('2026-11-23T10:00:00Z');

const staff = (id: string, ...roles: Role[]): Actor => ({ kind: 'staff', id, name: id, roles });

/** Who edited the broadcast last */
export const AUTHOR = staff('author', 'head');
export const EDITOR = staff('editor', 'editor');
export const APPROVER = staff('approver', 'approver');
export const TOKEN: Actor = {
  kind: 'token',
  id: 'admin',
  name: 'ADMIN_API_TOKEN',
  roles: ['administrator'],
};

/** The use cases over one broadcast of the author in memory, at 12:00 in Kyiv. */
export function aBroadcastsService(changes: Partial<Broadcast> = {}) {
  const { store, kept } = memoryBroadcasts([aBroadcast({ editedBy: AUTHOR.id, ...changes })]);
  const auditStore = memoryAuditStore();
  const broadcasts = createBroadcasts({
    store,
    topics: someTopics,
    audit: createAudit(auditStore, () => NOW),
    rules: createRules({ get: async () => DEFAULT_SETTINGS }, KYIV),
    viberPrice: { month: async () => undefined, ofBroadcast: async () => undefined },
    clocks: { now: () => NOW, real: () => NOW },
    channels: [],
    nudge: () => {},
    // Only these are asked for here: nobody is written to.
    audience: { count: async () => ({ telegram: 1, viber: 0 }) },
    links: { keep: async () => {} },
    contentOf: () => ({ format: 'plain', text: '' }),
  } as unknown as Parameters<typeof createBroadcasts>[0]);
  return { broadcasts, auditStore, kept };
}
