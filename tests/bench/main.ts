import { benchEmbedded } from './embedded.bench.js';

/** `npm run bench`: figures of this machine, to be read as ratios within one run. */
const print = (line: string) => process.stdout.write(`${line}\n`);
print(`Node ${process.version}, ${process.platform} ${process.arch}`);
await benchEmbedded(print);
