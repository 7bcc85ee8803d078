import type { Appeal } from '../../src/domain/appeal.js';
import { chatOf } from '../../src/domain/appeal-channel.js';
import type { Actor } from '../../src/domain/role.js';
import type { Block, BlockStore } from '../../src/services/appeals/blocks.js';
import type { DeskDeps } from '../../src/services/appeals/desk.js';
import { createAppeals } from '../../src/services/appeals/service.js';
import type { AppealStore } from '../../src/services/appeals/store.js';
import { noticeText } from '../../src/services/dialogue/notices.js';
import { NIZHYN_STREETS } from '../../src/services/streets/nizhyn-streets.js';
import { nizhyn } from '../unit/services/dialogue/resident.js';
import { anOffice } from './an-office.js';
import { silentLogger } from './silent-logger.js';

/** The city's «now» of the desk: Monday, 11:00 in Kyiv. */
export const MONDAY = new Date('2026-11-23T09:00:00Z');

export const MODERATOR: Actor = {
  kind: 'staff',
  id: 'moderator',
  name: 'Ірина Гнатюк',
  roles: ['moderator'],
};
export const COLLEAGUE: Actor = { ...MODERATOR, id: 'colleague', name: 'Петро Мороз' };
export const HEAD: Actor = { kind: 'staff', id: 'head', name: 'Оксана МЕЛЬНИК', roles: ['head'] };

/** Staff work on appeals of this store; what reached the outbox is in `queued`, the audit's actions in `audited`. */
export function anAppealDesk(store: AppealStore, changes: Partial<DeskDeps> = {}) {
  const queued: { readonly number: string; readonly text: string }[] = [];
  const audited: string[] = [];
  let ids = 0;
  const appeals = createAppeals({
    store,
    answers: {
      queue: async ({ number }: Appeal, { text }) => void queued.push({ number, text }),
    },
    policy: async () => ({
      signatureRequired: false,
      signerIds: [],
      complaintsTo: 'Ніжинської міської ради',
    }),
    registrationMode: async () => 'automatic',
    blocks: memoryBlocks(),
    streets: async () => NIZHYN_STREETS,
    noticeText: async (appeal, notice) =>
      noticeText(appeal.number, notice, {
        organisation: nizhyn,
        locale: 'uk',
        channel: chatOf(appeal)?.channel ?? 'telegram',
        timeZone: 'Europe/Kyiv',
        now: MONDAY,
      }),
    signerOf: async (id) => (id === HEAD.id ? 'Начальниця відділу, Оксана МЕЛЬНИК' : undefined),
    colleague: async (id) => [MODERATOR, COLLEAGUE, HEAD].find((actor) => actor.id === id),
    messages: { states: async () => new Map(), lost: async () => [] },
    subscribers: { get: async () => undefined },
    namesOf: async () => new Map(),
    standIns: async () => new Map(),
    audit: { record: async ({ action }) => void audited.push(action) },
    log: silentLogger,
    clocks: { now: () => MONDAY, real: () => MONDAY },
    office: async () => anOffice(),
    routing: async () => [],
    randomId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    ...changes,
  });
  return { appeals, queued, audited };
}

/** Blocks of people, kept while the test runs. */
export function memoryBlocks(): BlockStore {
  const kept = new Map<string, Block>();
  return {
    put: async (block) => void kept.set(block.subscriberId, block),
    get: async (subscriberId) => kept.get(subscriberId),
    remove: async (subscriberId) => void kept.delete(subscriberId),
  };
}
