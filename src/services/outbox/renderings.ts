import type { OutgoingContent } from '../../domain/content.js';
import type { Locale } from '../../domain/locale.js';
import type { Channel, RenderedPart } from './channel.js';
import type { OutboxRow } from './row.js';

/** Broadcasts rendered and kept: content × locale × whether it changes what was sent. */
const KEPT_MAX = 50;

/** What becomes of messages that people already have. */
export type MessageChange =
  | {
      readonly kind: 'edit';
      readonly original: OutgoingContent;
      readonly corrected: OutgoingContent;
      /** Further messages than these say what is not true any more: they are deleted. All stay when undefined */
      readonly messageCount?: number | undefined;
    }
  | { readonly kind: 'delete' };

export interface RenderingsDeps {
  readonly channel: Pick<Channel, 'render' | 'changes'>;
  /** What people without an earlier message of it get */
  readonly content: (broadcastId: string, locale: Locale) => Promise<OutgoingContent | undefined>;
  /** What rows with targets do to them */
  readonly change: (
    broadcastId: string,
    locale: Locale,
    editsDigest?: string,
  ) => Promise<MessageChange | undefined>;
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
    const { locale = 'uk', targets, editsDigest } = row ?? {};
    // Each digest is one person's own.
    if (targets && editsDigest !== undefined)
      return (await changing(broadcastId, locale, editsDigest))?.(targets.length);
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

  async function changing(
    broadcastId: string,
    locale: Locale,
    editsDigest?: string,
  ): Promise<Render | undefined> {
    const { changes } = channel;
    const found = changes && (await change(broadcastId, locale, editsDigest));
    if (!found) return undefined;
    const removal = (from: number, to: number) =>
      Array.from({ length: Math.max(0, to - from) }, (_, index) => changes.remove(from + index));
    if (found.kind === 'delete') return (targets) => removal(0, targets);
    const parts = changes.edit(found.original, found.corrected);
    const { messageCount = Number.POSITIVE_INFINITY } = found;
    return (targets) => parts && [...parts, ...removal(messageCount, targets)];
  }
}
