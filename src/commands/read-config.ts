import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import dotenv from 'dotenv';
import { type Config, ConfigError, parseConfig } from '../config.js';

/**
 * The configuration of this process: its environment and `.env`. Ends the process with code 1 and one readable
 * block when it is wrong.
 */
export function readConfig(): Config {
  dotenv.config({ quiet: true });
  try {
    return parseConfig(process.env, {
      read: (path) => readFileSync(path, 'utf8'),
      dataDirHoldsRealData: (dataDir) => existsSync(join(dataDir, 'db')),
    });
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
