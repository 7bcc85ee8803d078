import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchBroadcast } from './broadcast.bench.js';
import { benchConsole } from './console.bench.js';
import { benchEmbedded } from './embedded.bench.js';
import { benchIntake } from './intake.bench.js';
import { benchPlanning } from './planning.bench.js';
import { benchPublications } from './publications.bench.js';
import { benchQueue } from './queue.bench.js';
import { createReport } from './report.js';

/** `npm run bench`: figures of this machine, to be read as ratios within one run; also in DATA_DIR/bench.json. */
const print = (line: string) => process.stdout.write(`${line}\n`);
const report = createReport(print);
print(`Node ${process.version}, ${process.platform} ${process.arch}`);
await benchBroadcast(report);
await benchIntake(report);
await benchPlanning(report);
await benchPublications(report);
await benchConsole(report);
await benchQueue(report);
const figures = { ...report.figures, ...(await benchEmbedded(print)) };
const dataDir = process.env.DATA_DIR?.trim() || './data';
await mkdir(dataDir, { recursive: true });
await writeFile(join(dataDir, 'bench.json'), `${JSON.stringify(figures, undefined, 2)}\n`);
