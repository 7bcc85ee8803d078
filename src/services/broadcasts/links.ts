import { createHash } from 'node:crypto';
import type { Broadcast, Link } from '../../domain/broadcast.js';
import { type Inline, parseMarkup } from '../../domain/markup.js';

/** Characters of a code: 60 bits, so that two links of a city never share one. */
const CODE_LENGTH = 10;

/** An address that a broadcast leads to, and the code under which its openings are counted. */
export interface CountedLink {
  readonly code: string;
  readonly broadcastId: string;
  readonly url: string;
}

export interface LinkStore {
  /** Links kept already stay as they are. */
  keep(links: readonly CountedLink[]): Promise<void>;
  find(code: string): Promise<CountedLink | undefined>;
  ofBroadcast(broadcastId: string): Promise<readonly CountedLink[]>;
  /** One more opening of that day. Nothing of who opened it is kept. */
  count(code: string, day: string): Promise<void>;
  /** Openings by day, oldest first */
  countsOf(codes: readonly string[]): Promise<readonly ClickCount[]>;
}

export interface ClickCount {
  readonly code: string;
  /** `YYYY-MM-DD` in the city's time */
  readonly day: string;
  readonly count: number;
}

/** Every address of a broadcast: its link, its buttons and the links in its text. */
export function countedLinks(broadcast: Pick<Broadcast, 'id' | 'link' | 'buttons' | 'text'>): CountedLink[] {
  const { id, link, buttons, text } = broadcast;
  const urls = [...(link ? [link] : []), ...buttons].map(({ url }) => url);
  return [...new Set([...urls, ...textUrls(text)])].map((url) => ({
    code: codeOf(id, url),
    broadcastId: id,
    url,
  }));
}

/** The broadcast with counted addresses in place of its own; addresses that stand bare in the text stay readable. */
export function withCountedLinks(broadcast: Broadcast, origin: string): Broadcast {
  const { id, link, buttons } = broadcast;
  const counted = (url: string): string => `${origin}/r/${codeOf(id, url)}`;
  const toCounted = ({ url, label }: Link): Link => ({ url: counted(url), label });
  const text = textUrls(broadcast.text).reduce(
    (words, url) => words.replaceAll(`](${url})`, `](${counted(url)})`),
    broadcast.text,
  );
  return { ...broadcast, text, link: link && toCounted(link), buttons: buttons.map(toCounted) };
}

function textUrls(text: string): string[] {
  return parseMarkup(text).flatMap((block) =>
    block.kind === 'list' ? block.items.flatMap(({ children }) => urlsIn(children)) : urlsIn(block.children),
  );
}

function urlsIn(children: readonly Inline[]): string[] {
  return children.flatMap((child) => {
    if (child.kind === 'text') return [];
    return child.kind === 'link' ? [child.url] : urlsIn(child.children);
  });
}

/** The same broadcast and address always give the same code: approving twice keeps one link. */
function codeOf(broadcastId: string, url: string): string {
  return createHash('sha256').update(`${broadcastId}\n${url}`).digest('base64url').slice(0, CODE_LENGTH);
}
