import type { Context } from 'hono';
import type { NoticeModel } from './notice.js';

/**
 * What a page says when a form has led to it: `?done=` names one of `words`. Anything else in the address, the names
 * that every object has among them, says nothing.
 */
export function doneNotice(c: Context, words: Readonly<Record<string, string>>): NoticeModel | undefined {
  const text = new Map(Object.entries(words)).get(c.req.query('done') ?? '');
  return text === undefined ? undefined : { tone: 'ok', text };
}
