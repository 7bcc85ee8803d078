/** Errors of the language, and plain ones with a sentence of ours. */
const PLAIN = ['Error', 'TypeError', 'RangeError', 'ReferenceError'];

/**
 * What the log may know about an error: its kind, its code and where it was thrown. A message is kept only of plain
 * errors and of those with a code in letters (the system's, the messengers', ours): databases, validators and
 * `JSON.parse` quote people's addresses and words in theirs. Nothing else that libraries hang on errors is looked at.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack = '', cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const tells = PLAIN.includes(name) || typeof code === 'string';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name,
    ...(tells ? { message } : {}),
    ...(code === undefined ? {} : { code }),
    thrownAt: frames.map((line) => line.trim()),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
