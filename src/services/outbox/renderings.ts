import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import type { Channel, RenderedPart } from './channel.js';
import type { OutboxRow } from './row.js';

/** Broadcasts rendered and kept: content × locale × whether it changes what was sent. */
const KEPT_MAX = 50;

/** What becomes of messages that people already have. */
export type MessageChange =
  | { readonly kind: 'edit'; readonly original: OutgoingContent; readonly corrected: OutgoingContent }
  | { readonly kind: 'delete' };

export interface RenderingsDeps {
  readonly channel: Pick<Channel, 'render' | 'changes'>;
  /** What people without an earlier message of it get */
  readonly content: (broadcastId: string, locale: Locale) => Promise<OutgoingContent | undefined>;
  /** What rows with targets do to them */
  readonly change: (broadcastId: string, locale: Locale) => Promise<MessageChange | undefined>;
}

export type Renderings = (
  broadcastId: string,
  row: OutboxRow | undefined,
) => Promise<readonly RenderedPart[] | undefined>;

/** Broadcasts as one messenger gets them, rendered once per language: their content is frozen by then. */
export function createRenderings({ channel, content, change }: RenderingsDeps): Renderings {
  type Render = (targets: number) => readonly RenderedPart[] | undefined;
  const kept = new Map<string, Render>();

  return async (broadcastId, row) => {
    const { locale = 'uk', targets } = row ?? {};
    const key = `${broadcastId} ${locale} ${targets !== undefined}`;
    const render =
      kept.get(key) ?? (targets ? await changing(broadcastId, locale) : await saying(broadcastId, locale));
    if (!render) return undefined;
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(key, render);
    return render(targets?.length ?? 0);
  };

  async function saying(broadcastId: string, locale: Locale): Promise<Render | undefined> {
    const found = await content(broadcastId, locale);
    const parts = found && channel.render(found).parts;
    return parts && (() => parts);
  }

  async function changing(broadcastId: string, locale: Locale): Promise<Render | undefined> {
    const { changes } = channel;
    const found = changes && (await change(broadcastId, locale));
    if (!found) return undefined;
    if (found.kind === 'delete')
      return (targets) => Array.from({ length: targets }, (_, target) => changes.remove(target));
    const parts = changes.edit(found.original, found.corrected);
    return () => parts;
  }
}
