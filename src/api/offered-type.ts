import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

/**
 * The type that the client likes best among those offered; of equals the more precisely named, then the first offered.
 *
 * @param offered full types; without `Accept` it is the first one
 * @returns undefined when the client takes none
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
export function offeredType<T extends string>(c: Context, offered: readonly [T, ...T[]]): T | undefined {
  const liked = accepts(c, {
    header: 'Accept',
    supports: [...offered],
    default: offered[0],
    match: (ranges) => {
      const ranked = offered
        .map((type) => ({ type, ...likingOf(type, ranges) }))
        .filter(({ q }) => q > 0)
        .sort((a, b) => b.q - a.q || b.precision - a.precision);
      return ranked[0]?.type ?? '';
    },
  });
  return offered.find((type) => type === liked);
}

/** The most precise range that covers the type decides. */
function likingOf(type: string, ranges: readonly { readonly type: string; readonly q: number }[]) {
  const covering = [type, `${type.split('/')[0]}/*`, '*/*'];
  for (const [index, name] of covering.entries()) {
    const range = ranges.find((one) => one.type.toLowerCase() === name);
    if (range) return { q: range.q, precision: covering.length - index };
  }
  return { q: 0, precision: 0 };
}
