import { createAddress } from '../app/address.js';
import { openDatabase } from '../app/database.js';
import { createLog } from '../app/log.js';
import { openSecretKey } from '../app/secret-key.js';
import { Refusal } from '../domain/refusal.js';
import { systemClocks } from '../lib/clocks.js';
import { createAudit } from '../services/audit/audit.js';
import { createStaff } from '../services/staff/staff.js';
import { createDepartments } from '../storage/appeals/departments.js';
import { createAuditStore } from '../storage/audit-store.js';
import { createStaffStores } from '../storage/staff/staff-stores.js';
import { joinRunningService } from './join-running-service.js';
import { readConfig } from './read-config.js';

/** A person waits at the terminal. */
const DEADLINE_MS = 5_000;

/**
 * `npm run admin:link`: a new one-time link for the first account. With an administrator's e-mail behind it
 * (`npm run admin:link -- name@city.gov.ua`): a link to choose a new password that takes the second factor off, for
 * somebody without the phone. The link goes to standard output, everything else to standard error; without a link the
 * exit code is 1.
 */
const config = readConfig();
const deadline = setTimeout(() => {
  giveUp('База даних не відповіла за 5 секунд. Перевірте, чи працює вона й сам Вісник, і повторіть.');
  process.exit();
}, DEADLINE_MS);
try {
  process.stdout.write(`${await adminLink(process.argv[2])}\n`);
} catch (error) {
  giveUp(error instanceof Refusal ? error.message : `Посилання не створено: ${messageOf(error)}`);
} finally {
  clearTimeout(deadline);
}

/** @throws {Refusal} */
async function adminLink(email: string | undefined): Promise<string> {
  const database = (await joinRunningService(config)) ?? (await openDatabase(config, createLog(config)));
  try {
    const address = createAddress(config);
    address.listeningOn(config.port);
    const { access } = createStaff({
      stores: createStaffStores(database.connection),
      audit: createAudit(createAuditStore(database.connection), systemClocks.now),
      clocks: systemClocks,
      linkAddress: (token) => `${address.origin()}/link/${token}`,
      departments: createDepartments(database.connection).departments,
      key: await openSecretKey(config.dataDir),
      adminApiToken: undefined,
    });
    const link = await (email === undefined ? access.firstLink() : access.restoreLink(email));
    if (link !== undefined) return link;
    throw new Refusal(
      'conflict',
      'staff.account-exists',
      'Обліковий запис уже є. Щоб адміністратор задав новий пароль: npm run admin:link -- name@city.gov.ua',
    );
  } finally {
    await database.close();
  }
}

function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
