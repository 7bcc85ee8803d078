import { Gauge, type Registry } from 'prom-client';
import { ESCALATION_STAGES } from '../../domain/appeal.js';
import type { AppealStore } from '../../services/appeals/store.js';

/** How many open appeals are how far into their terms, counted when somebody asks. */
export function measureEscalations(registry: Registry, store: Pick<AppealStore, 'countEscalated'>): void {
  const gauge = new Gauge({
    name: 'visnyk_escalated_appeals',
    help: 'Open appeals of whose term colleagues were told, by how far it has come',
    labelNames: ['stage'],
    registers: [registry],
    async collect() {
      for (const stage of ESCALATION_STAGES) gauge.set({ stage }, await store.countEscalated(stage));
    },
  });
}
