import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import dotenv from 'dotenv';
import { type Config, ConfigError, parseConfig } from '../config.js';
import { prepareDataDirectory } from './prepare-directory.js';

/**
 * The configuration of this process: its environment and `.env`; the data directory is there and can be written.
 * Ends the process with code 1 and one readable block when something is wrong.
 */
export function readConfig(): Config {
  dotenv.config({ quiet: true });
  try {
    const config = parseConfig(process.env, {
      read: (path) => readFileSync(path, 'utf8'),
      dataDirHoldsRealData: (dataDir) => existsSync(join(dataDir, 'db')),
    });
    prepareDataDirectory(config.dataDir);
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
