import type { Hono } from 'hono';
import type { Connection } from 'mongoose';
import type { EmulatorAddresses } from '../config.js';
import type { SandboxSignIn } from '../console/parts.js';
import type { Clocks } from '../lib/clocks.js';
import type { Logger } from '../lib/log.js';
import { type ClockState, createSandboxClock } from '../sandbox/clock.js';
import { introducePeople } from '../sandbox/demonstration/introduce.js';
import { MARCH_2021 } from '../sandbox/demonstration/months/plan.js';
import { seedDemonstration } from '../sandbox/demonstration/seed.js';
import { DEMONSTRATION_STAFF } from '../sandbox/demonstration/staff.js';
import { createKillSwitch } from '../sandbox/kill-switch.js';
import { createControlPhones } from '../sandbox/phones/control-phones.js';
import { createSandbox } from '../sandbox/sandbox.js';
import { createDemonstrationStore } from '../storage/sandbox/demonstration-store.js';
import { createSandboxMarkStore } from '../storage/sandbox/sandbox-mark-store.js';
import { createStaffStores } from '../storage/staff/staff-stores.js';
import type { WebEnv } from '../web/env.js';
import type { SessionCookies } from '../web/session-cookie.js';
import type { Services } from './services.js';
import type { Stores } from './stores.js';

/** What the sandbox adds to the service: a movable calendar, phones, demonstration data, its page. */
export interface SandboxWorld {
  readonly clocks: Clocks;
  /** Fills an empty database. @returns what pages need of the data */
  seed(deps: { readonly stores: Stores; readonly timeZone: string }): Promise<SandboxPages>;
}

export interface SandboxPages {
  readonly signIn: SandboxSignIn;
  pages(deps: {
    readonly services: Services;
    readonly cookies: SessionCookies;
    readonly timeZone: string;
    readonly stopping: AbortSignal;
    readonly log: Logger;
  }): Hono<WebEnv>;
}

/** @param onClockMove days have passed: every nudge of the schedule once */
export async function openSandboxWorld(
  { controlUrl }: EmulatorAddresses,
  connection: Connection,
  onClockMove: () => Promise<void>,
): Promise<SandboxWorld> {
  const real = () => new Date();
  const phones = createControlPhones(controlUrl);
  const clock = await createSandboxClock({
    store: createSandboxMarkStore<ClockState>(connection, 'clock'),
    real,
    onMove: onClockMove,
  });
  const killSwitch = await createKillSwitch(createSandboxMarkStore<boolean>(connection, 'kill-switch'), () =>
    process.kill(process.pid, 'SIGKILL'),
  );
  const store = createDemonstrationStore(connection);
  const accounts = createStaffStores(connection).accounts;

  return {
    clocks: { now: clock.now, real },
    async seed({ stores, timeZone }) {
      const [{ staff, preparedNewsId }] = await Promise.all([
        seedDemonstration({ ...stores, store, accounts, now: clock.now(), timeZone }),
        introducePeople(phones),
      ]);
      return {
        signIn: {
          roles: DEMONSTRATION_STAFF.map(({ role }) => role),
          staffId: async (role) => staff[role],
        },
        pages: ({ services, cookies, ...rest }) =>
          createSandbox({
            ...services,
            ...rest,
            phones,
            clock,
            killSwitch,
            isReportSigned: async () => (await stores.signedReports.signatures(MARCH_2021.month)).length > 0,
            preparedNewsId: () => preparedNewsId,
            signInAs: (c, role) => cookies.start(c, staff[role], 'demonstration'),
          }),
      };
    },
  };
}
