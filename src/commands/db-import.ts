import { resolve } from 'node:path';
import { openDatabase } from '../app/database.js';
import { createLog } from '../app/log.js';
import { importAll } from '../storage/transfer/import.js';
import { TransferError } from '../storage/transfer/manifest.js';
import { joinRunningService } from './join-running-service.js';
import { progressBar } from './progress-bar.js';
import { readConfig } from './read-config.js';
import { runCommand } from './run-command.js';

/**
 * `npm run db:import -- DIRECTORY`: what `db:export` made, into an empty database. Checks it whole before it writes
 * anything; cut off, it goes on when it is called again.
 */
await runCommand('Копію не взято', async () => {
  const [, , from] = process.argv;
  if (from === undefined) throw new TransferError('назвіть каталог копії: npm run db:import -- КАТАЛОГ');
  const config = readConfig();
  const running = await joinRunningService(config);
  if (running) {
    await running.close();
    throw new TransferError('Вісник працює з цією базою: зупиніть його й повторіть');
  }
  const database = await openDatabase(config, createLog({ ...config, logLevel: 'error' }));
  try {
    const { connection } = database;
    const { dataDir } = config;
    const { manifest, held } = await importAll({
      connection,
      dataDir,
      from: resolve(from),
      now: new Date(),
      onProgress: progressBar(),
    });
    process.stdout.write(`Копію від ${manifest.createdAt} взято. Запустіть Вісник: npm start\n`);
    if (held.broadcasts + held.messages > 0)
      process.stdout.write(
        `Копію зроблено під час роботи, тому розсилок призупинено: ${held.broadcasts}, особистих повідомлень позначено невідомими: ${held.messages}. Нічого не піде двічі без рішення людини.\n`,
      );
  } finally {
    await database.close();
  }
});
