import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts one of our modules in a thread of its own. The compiled service runs the `.js`. From the TypeScript sources
 * (tests, `npm run dev`) a thread needs tsx of its own, because Node hands a loader neither from vitest nor by
 * execArgv to a thread.
 *
 * @param entry `new URL('./name.js', import.meta.url)`
 */
export function startThread(
  entry: URL,
  options: Pick<WorkerOptions, 'workerData' | 'resourceLimits'>,
): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(entry, options);
  const source = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
    .then(({ tsImport }) => tsImport(${JSON.stringify(entry.href.replace(/\.js$/, '.ts'))}, ${JSON.stringify(import.meta.url)}))`;
  return new Worker(source, { ...options, eval: true });
}
