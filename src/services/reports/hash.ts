import { createHash } from 'node:crypto';
import { canonicalJson } from '../audit/canonical-json.js';
import type { MonthReport } from './reports.js';

/** SHA-256 of text, numbers and lists, hex. */
export function hashOf(report: MonthReport): string {
  return createHash('sha256').update(canonicalJson(report)).digest('hex');
}
