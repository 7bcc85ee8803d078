import { ROLES, type Role } from '../../../src/domain/role.js';
import { createSandboxClock } from '../../../src/sandbox/clock.js';
import { APPEAL_STORIES } from '../../../src/sandbox/demonstration/appeal-stories.js';
import { addAppeal } from '../../../src/sandbox/demonstration/appeals.js';
import { preparedNews } from '../../../src/sandbox/demonstration/broadcasts.js';
import { introducePeople } from '../../../src/sandbox/demonstration/introduce.js';
import type { StaffIds } from '../../../src/sandbox/demonstration/staff.js';
import { startEmulators } from '../../../src/sandbox/emulators/start.js';
import { createKillSwitch } from '../../../src/sandbox/kill-switch.js';
import { createControlPhones } from '../../../src/sandbox/phones/control-phones.js';
import { createSandbox } from '../../../src/sandbox/sandbox.js';
import type { AppealPage } from '../../../src/services/appeals/appeals.js';
import { NIZHYN_DEPARTMENTS } from '../../../src/services/appeals/nizhyn-departments.js';
import type { BroadcastView } from '../../../src/services/broadcasts/broadcasts.js';
import { silentLogger } from '../../support/silent-logger.js';

export const STAFF = Object.fromEntries(ROLES.map((role) => [role, role])) as StaffIds;
const ZERO = {
  total: 0,
  queued: 0,
  sending: 0,
  sent: 0,
  delivered: 0,
  seen: 0,
  failed: 0,
  unreachable: 0,
  unknown: 0,
  skipped: 0,
};

/** The sandbox page over real emulators; the council's services are lists that a test fills. */
export async function aSandbox(now = new Date()) {
  const emulators = await startEmulators({ limits: { telegram: false, viber: false } });
  const phones = createControlPhones(emulators.controlUrl);
  await introducePeople(phones);
  const stopping = new AbortController();
  const moves: number[] = [];
  const signedIn: Role[] = [];
  let saved: { offsetDays: number; moved: boolean } | undefined;
  const clock = await createSandboxClock({
    store: {
      load: async () => saved,
      save: async (state) => {
        saved = state;
      },
    },
    real: () => now,
    onMove: async () => {
      moves.push(clock.state().offsetDays);
    },
  });
  const kills: Date[] = [];
  /** Moments at which the report of March 2021 was signed */
  const signatures: Date[] = [];
  const killSwitch = await createKillSwitch(
    { load: async () => undefined, save: async () => undefined },
    () => kills.push(new Date()),
  );
  const appeals: AppealPage[] = await demonstrationAppeals(now);
  const news = preparedNews(now, STAFF, { fileId: 'f', publicName: 'bus.jpg', alt: '' });
  const broadcasts: BroadcastView[] = [
    {
      ...news,
      audienceSize: { total: 1500, telegram: 900, viber: 600 },
      previews: [],
      departure: undefined,
      silences: [],
      warnings: [],
      counts: ZERO,
      channels: { telegram: ZERO, viber: ZERO },
      viberPrice: undefined,
      amendments: [],
    },
  ];
  const app = createSandbox({
    phones,
    clock,
    killSwitch,
    appeals: {
      list: async ({ limit }) => ({ items: appeals.slice(0, limit), nextCursor: null }),
      count: async ({ overdue }) => (overdue ? 1 : appeals.length),
    },
    broadcasts: {
      list: async ({ status }) => ({
        items: broadcasts.filter((known) => known.status === status),
        nextCursor: null,
      }),
      get: async (id) => {
        const found = broadcasts.find((known) => known.id === id);
        if (!found) throw new Error('no such broadcast');
        return found;
      },
    },
    deliveries: { async *all() {} },
    isReportSigned: async () => signatures.length > 0,
    preparedNewsId: () => news.id,
    signInAs: async (_c, role) => {
      signedIn.push(role);
    },
    timeZone: 'Europe/Kyiv',
    stopping: stopping.signal,
    log: silentLogger,
  });
  return {
    app,
    emulators,
    phones,
    clock,
    appeals,
    broadcasts,
    moves,
    kills,
    signatures,
    signedIn,
    async close() {
      stopping.abort();
      await emulators.close();
    },
  };
}

async function demonstrationAppeals(now: Date): Promise<AppealPage[]> {
  const pages: AppealPage[] = [];
  let number = 0;
  for (const [index, story] of APPEAL_STORIES.entries()) {
    await addAppeal(
      {
        bySource: async () => undefined,
        nextNumber: async () => ++number,
        insert: async (appeal) => {
          pages.unshift(aPage(appeal));
          return appeal;
        },
      },
      story,
      {
        citizen: { id: `s${index}`, address: `a${index}`, locale: 'uk' },
        photo: undefined,
        staff: STAFF,
        now,
        timeZone: 'Europe/Kyiv',
        sourceId: `demonstration-${index}`,
      },
    );
  }
  return pages;
}

/** An appeal as the services give it. */
export function aPage(appeal: AppealPage['appeal']): AppealPage {
  return {
    appeal,
    departmentName: NIZHYN_DEPARTMENTS.find(({ id }) => id === appeal.departmentId)?.name ?? '',
    assigneeName: undefined,
    standIn: undefined,
    citizenName: undefined,
    overdue: false,
    deliveryStates: new Map(),
    staffNames: new Map(),
  };
}
