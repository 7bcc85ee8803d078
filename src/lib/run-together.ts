/**
 * Runs tasks that belong together until each has ended. The first that fails aborts the others, and its error is
 * thrown after all have ended: nothing goes on half.
 */
export async function runTogether(
  signal: AbortSignal,
  tasks: readonly ((signal: AbortSignal) => Promise<void>)[],
): Promise<void> {
  const failing = new AbortController();
  const shared = AbortSignal.any([signal, failing.signal]);
  const results = await Promise.allSettled(
    tasks.map(async (task) => {
      try {
        await task(shared);
      } catch (error) {
        failing.abort();
        throw error;
      }
    }),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
