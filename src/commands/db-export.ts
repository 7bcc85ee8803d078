import { resolve } from 'node:path';
import { openDatabase } from '../app/database.js';
import { createLog } from '../app/log.js';
import { openSecretKey } from '../app/secret-key.js';
import { exportAll } from '../storage/transfer/export.js';
import { joinRunningService } from './join-running-service.js';
import { progressBar } from './progress-bar.js';
import { readConfig } from './read-config.js';
import { runCommand } from './run-command.js';

/**
 * `npm run db:export -- DIRECTORY`: everything the service keeps, as files, with checksums; the service may run
 * meanwhile. Without a name: `visnyk-` and the time, where the command was called.
 */
await runCommand('Копію не зроблено', async () => {
  const config = readConfig();
  const now = new Date();
  const to = resolve(process.argv[2] ?? `visnyk-${now.toISOString().slice(0, 16).replace(/[:T]/g, '-')}`);
  const database =
    (await joinRunningService(config)) ??
    (await openDatabase(config, createLog({ ...config, logLevel: 'error' })));
  try {
    await openSecretKey(config.dataDir);
    const { connection } = database;
    const onProgress = progressBar();
    const manifest = await exportAll({ connection, dataDir: config.dataDir, to, now, onProgress });
    const documents = manifest.collections.reduce((sum, collection) => sum + collection.documents, 0);
    process.stdout.write(
      `Копія готова: ${to} (документів: ${documents}, файлів: ${manifest.files.length}).\n`,
    );
    process.stdout.write('У ній персональні дані й ключ: зберігайте її зашифрованою, окремо від сервера.\n');
  } finally {
    await database.close();
  }
});
