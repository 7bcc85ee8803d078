import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keysNear } from '#built/domain/neighbours/place-keys.js';
import { lookOf, resemblanceOf } from '#built/domain/neighbours/resemblance.js';
import { streetRegister } from '#built/domain/neighbours/street-register.js';
import { citizenText } from '#built/services/appeals/citizen-text.js';
import type { AppealStore } from '#built/services/appeals/store.js';
import { appealModel } from '#built/storage/appeals/appeal-model.js';
import { appealRow } from '#built/storage/appeals/appeal-row.js';
import { createAppealStore } from '#built/storage/appeals/appeal-store.js';
import { connectDatabase, ensureIndexes } from '#built/storage/connection.js';
import { startEmbeddedDatabase } from '#built/storage/embedded/start.js';
import { registeredAppeal } from '../support/appeal-register.js';
import type { Report } from './report.js';

const COUNT = 50_000;
const AT_ONCE = 1_000;
const PAGE = 50;
const RUNS = 5;
const NOW = new Date('2026-11-23T10:00:00Z');
const DEPARTMENTS = ['housing', 'welfare', 'culture'];

const LISTS = {
  queue: { open: true },
  overdue: { overdue: true },
  mine: { open: true, assigneeId: 'moderator-3' },
  unassigned: { open: true, assigneeId: null },
  'of three departments': { open: true, within: DEPARTMENTS },
  'of a department, a category and a messenger': {
    open: true,
    departmentId: 'housing',
    category: 'welfare',
    channel: 'viber',
  },
  all: {},
  'all, closed': { status: 'closed' },
} as const;
const SEARCHES = ['вулиця', 'ліхтарі Шевченка', 'собаки субсидії', '123', 'Н-2026-000123', 'заявка 40123'];

/** The moderation queue of a large city, all of it still open, on the embedded database; medians of five. */
export async function benchQueue(report: Report): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'visnyk-bench-'));
  const database = await startEmbeddedDatabase({ directory: join(directory, 'db') });
  const connection = await connectDatabase(database.uri);
  try {
    const store = createAppealStore(connection);
    await ensureIndexes(connection);
    const rows = appealModel(connection).collection;
    for (let from = 0; from < COUNT; from += AT_ONCE) {
      const batch = Array.from({ length: AT_ONCE }, (_, at) =>
        appealRow(registeredAppeal(from + at, NOW, true), `inbox-${from + at}`),
      );
      await rows.insertMany(batch as never[], { ordered: false, ignoreUndefined: true });
    }
    const page = { limit: PAGE, cursor: undefined, now: NOW };
    const appeals = COUNT.toLocaleString('en');
    for (const [name, asked] of Object.entries(LISTS)) {
      report(`${appeals} appeals, list ${name}, ms`, await medianMs(() => store.list({ ...asked, ...page })));
      report(
        `${appeals} appeals, count ${name}, ms`,
        await medianMs(() => store.count({ ...asked, now: NOW })),
      );
    }
    for (const q of SEARCHES) {
      report(
        `${appeals} appeals, search «${q}», ms`,
        await medianMs(() => store.list({ open: true, q, ...page })),
      );
      report(
        `${appeals} appeals, search «${q}» in all, ms`,
        await medianMs(() => store.list({ q, ...page })),
      );
    }
    await benchSimilar(store, report);
  } finally {
    await connection.close();
    await database.close();
    await rm(directory, { recursive: true });
  }
}

/** What the page of an appeal asks: those of its street, where a seventh of the city lives, and of its topic. */
async function benchSimilar(store: AppealStore, report: Report): Promise<void> {
  const { place, messages, category } = registeredAppeal(3, NOW, true);
  const register = streetRegister([]);
  const own = { place, text: citizenText({ messages }), category };
  const since = new Date(NOW.getTime() - 60 * 86_400_000);
  const ask = async () => {
    const nearby = await store.nearby({ placeKeys: keysNear(own, register), category, since });
    const look = lookOf(own, register);
    return nearby.map((one) => resemblanceOf(look, lookOf({ ...one, text: citizenText(one) }, register)));
  };
  report(`${COUNT.toLocaleString('en')} appeals, similar ones of one, ms`, await medianMs(ask));
}

async function medianMs(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const startedMs = performance.now();
    await ask();
    times.push(performance.now() - startedMs);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}
