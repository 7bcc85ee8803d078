/** Errors of the language itself: their messages name properties, not people. */
const BUGS = [TypeError, RangeError, ReferenceError];

/**
 * What the log may know about an unexpected error: its kind and where it was thrown. A message is kept only for
 * plain bugs: a database or a validator puts people's data into theirs.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = 'code' in error ? { errorCode: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const message = BUGS.some((bug) => error instanceof bug) ? { errorMessage: error.message } : {};
  return {
    errorName: error.name,
    ...message,
    ...code,
    thrownAt: frames.map((line) => line.trim()),
    ...cause,
  };
}
