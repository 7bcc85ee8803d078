import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.js';
import { parseConfig } from '../../../src/config.js';
import { startEmbeddedDatabase } from '../../../src/storage/embedded/start.js';
import { silentLogger } from '../../support/silent-logger.js';

describe('createApp', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'visnyk-app-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  function anApp(more: Readonly<Record<string, string>> = {}) {
    const env = { DATA_DIR: dataDir, PORT: '0', SANDBOX: 'false', ...more };
    const files = { read: () => '', dataDirHoldsRealData: () => false };
    return createApp(parseConfig(env, files), { log: silentLogger });
  }

  /** Fails while somebody holds the files. */
  async function databaseIsFree(): Promise<void> {
    const database = await startEmbeddedDatabase({ directory: join(dataDir, 'db') });
    await database.close();
  }

  it('closes what a start under way has opened when it is stopped', async () => {
    const app = anApp();
    const starting = expect(app.start()).rejects.toThrow('stopped while starting');
    await app.stop();
    await starting;
    await databaseIsFree();
  });

  it('lets its database go when it cannot start', async () => {
    mkdirSync(join(dataDir, 'mongodb.uri'));
    await expect(anApp().start()).rejects.toThrow('EISDIR');
    await databaseIsFree();
  });

  it('says what to check when the database of MONGODB_URI does not answer, and not its password', async () => {
    const nobody = 'mongodb://visnyk:secret@127.0.0.1:1/visnyk?serverSelectionTimeoutMS=100';
    const refusal = await anApp({ MONGODB_URI: nobody })
      .start()
      .catch((error: Error) => error.message);
    expect(refusal).toMatch(/^the database of MONGODB_URI does not answer \(.+\): check that it runs/);
    expect(refusal).not.toContain('secret');
  });
});
