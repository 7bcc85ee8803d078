import cron, { type ScheduledTask } from 'node-cron';
import type { Logger } from './lib/log.js';

/** One line of the crontab. */
export interface Nudge {
  readonly name: string;
  /** Minute, hour, day, month, weekday, in the city's time */
  readonly at: string;
  readonly run: () => Promise<void>;
}

export interface Schedule {
  /** Runs one nudge now, whatever the time; a failure is logged. */
  run(name: string): Promise<void>;
  /** Runs every nudge once, one after the other: the sandbox moved its clock. */
  runAll(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The crontab. Nudges only say "look now": what is due is decided by the data and the city's calendar, so a missed or
 * repeated nudge harms nothing.
 *
 * @param mayRun whether this process holds the lease of the crontab
 */
export function startSchedule(
  nudges: readonly Nudge[],
  options: { readonly timeZone: string; readonly mayRun: () => boolean; readonly log: Logger },
): Schedule {
  const running = new Set<Promise<void>>();

  const run = ({ name, run: nudge }: Nudge): Promise<void> => {
    const task = nudge()
      .catch((error: unknown) => options.log.error({ err: error, nudge: name }, 'schedule: failed'))
      .finally(() => running.delete(task));
    running.add(task);
    return task;
  };

  const tasks: ScheduledTask[] = nudges.map((nudge) =>
    cron.schedule(nudge.at, () => (options.mayRun() ? run(nudge) : undefined), {
      name: nudge.name,
      timezone: options.timeZone,
      noOverlap: true,
    }),
  );

  return {
    async run(name) {
      const named = nudges.find((nudge) => nudge.name === name);
      if (named) await run(named);
    },
    async runAll() {
      for (const nudge of nudges) await run(nudge);
    },
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()));
      await Promise.all(running);
    },
  };
}
