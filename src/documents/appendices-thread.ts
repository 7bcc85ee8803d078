import { parentPort, workerData } from 'node:worker_threads';
import type { MonthReport } from '../services/reports/reports.js';
import { appendicesDocx } from './appendices.js';

/** What the thread is given; it answers with the file's bytes. */
export interface AppendicesInput {
  readonly report: Pick<MonthReport, 'month' | 'lists' | 'definitions'>;
  readonly timeZone: string;
}

const { report, timeZone } = workerData as AppendicesInput;
parentPort?.postMessage(await appendicesDocx(report, timeZone));
