import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { createAddress } from '../app/address.js';
import { openDatabase } from '../app/database.js';
import { createLog } from '../app/log.js';
import type { Config } from '../config.js';
import { Refusal } from '../domain/refusal.js';
import { systemClocks } from '../lib/clocks.js';
import { createAudit } from '../services/audit/audit.js';
import { createStaff } from '../services/staff/staff.js';
import { createAuditStore } from '../storage/audit-store.js';
import { connectDatabase } from '../storage/connection.js';
import { createStaffStores } from '../storage/staff-stores.js';
import { readConfig } from './read-config.js';

const ACCOUNT_EXISTS =
  'An account exists. To let an administrator choose a new password: npm run admin:link -- name@city.gov.ua';

/**
 * `npm run admin:link`: a new one-time link for the first account. With an administrator's e-mail behind it
 * (`npm run admin:link -- name@city.gov.ua`): a link to choose a new password.
 */
const config = readConfig();
const database = (await joinRunningService(config)) ?? (await openDatabase(config, createLog(config)));
try {
  const link = await adminLink(database.connection, process.argv[2]);
  process.stdout.write(`${link ?? ACCOUNT_EXISTS}\n`);
  process.exitCode = link === undefined ? 1 : 0;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await database.close();
}

/** @returns undefined when a first account is asked for and there is one */
function adminLink(connection: Connection, email: string | undefined): Promise<string | undefined> {
  const address = createAddress(config);
  address.listeningOn(config.port);
  const { access } = createStaff({
    stores: createStaffStores(connection),
    audit: createAudit(createAuditStore(connection), systemClocks.now),
    clocks: systemClocks,
    linkAddress: (token) => `${address.origin()}/link/${token}`,
    adminApiToken: undefined,
  });
  return email === undefined ? access.firstLink() : access.restoreLink(email);
}

/** The embedded database of a service that runs now: only one process may open its directory. */
async function joinRunningService({ mongodbUri, dataDir }: Config) {
  if (mongodbUri !== undefined) return undefined;
  try {
    const uri = readFileSync(join(dataDir, 'mongodb.uri'), 'utf8').trim();
    const connection = await connectDatabase(uri);
    return { connection, close: () => connection.close() };
  } catch {
    return undefined; // never started here, or stopped: its socket is dead
  }
}
