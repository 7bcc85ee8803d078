import { readConfig } from './commands/read-config.js';
import { runService } from './commands/run-service.js';
import { superviseSandbox } from './commands/supervise-sandbox.js';

const config = readConfig();
if (config.sandbox && !config.sandbox.emulators) await superviseSandbox(config);
else await runService(config);
