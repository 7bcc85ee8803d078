import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SIZES = [10_000, 100_000, 1_000_000] as const;

interface Measured {
  readonly seconds: number;
  /** Private memory over what the process had before planning */
  readonly growthMb: number;
  readonly planned: number;
}

/** Planning has to take time in proportion to the audience, and memory that does not depend on it. */
export async function benchPlanning(report: (name: string, figure: number) => void): Promise<void> {
  for (const size of SIZES) {
    const { seconds, growthMb, planned } = await plan(size);
    if (planned !== size) throw new Error(`${planned} rows planned for ${size} people`);
    const people = size.toLocaleString('en');
    report(`planning ${people} people, s`, seconds);
    report(`planning ${people} people, rows/s`, size / seconds);
    report(`planning ${people} people, private memory over idle, MB`, growthMb);
  }
}

async function plan(size: number): Promise<Measured> {
  const child = fileURLToPath(new URL('./planning-process.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', child, String(size)]);
  return JSON.parse(stdout) as Measured;
}
