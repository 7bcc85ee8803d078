import type { Broadcast } from '../../domain/broadcast.js';
import type { OutgoingContent } from '../../domain/content.js';
import type { Button } from '../../domain/keyboard.js';
import { commentData } from '../dialogue/comment-data.js';

/** What the broadcast itself does not say, in the resident's language. */
export interface ContentWords {
  /** Label of the button to the page, where the broadcast leads nowhere by itself */
  readonly read: string;
  /** Label of the last button */
  readonly less: string;
  /** Label of the button to a comment on a draft act */
  readonly comment: string;
  /** Until when comments on it are taken; '' where nothing is discussed */
  readonly discussion: string;
  /** Stands before the address of the page with all pictures */
  readonly allPictures: string;
  /** The broadcast's permanent page; undefined while the outside cannot reach us */
  readonly page: string | undefined;
}

/**
 * N3 of the dialogue: a broadcast as one resident gets it: title, text, pictures, its links as buttons, else
 * «Читати на сайті», and «Менше таких» (design: every broadcast can be turned off where it arrives) – except under
 * danger, which is not a matter of taste.
 */
export function broadcastContent(
  broadcast: Broadcast,
  { read, less: lessLabel, comment, discussion, allPictures, page }: ContentWords,
): OutgoingContent {
  const { kind, title, text, link, buttons, pictures } = broadcast;
  const main = link ?? (page === undefined ? undefined : { url: page, label: read });
  const links = [...(main ? [main] : []), ...buttons];
  const rows: Button[][] = links.map(({ url, label }) => [{ label, action: { kind: 'url', url } }]);
  if (broadcast.discussion) {
    const data = commentData(broadcast.discussion.publicationId);
    rows.push([{ label: comment, action: { kind: 'command', data } }]);
  }
  const less: Button = { label: lessLabel, action: { kind: 'command', data: lessData(broadcast) } };
  return {
    format: 'markup',
    title,
    text: [text, discussion].filter(Boolean).join('\n\n'),
    pictures,
    gallery: page === undefined ? undefined : { url: page, label: allPictures },
    keyboard: { placement: 'message', rows: kind === 'alert' ? rows : [...rows, [less]] },
  };
}

/** What «Менше таких» carries: the topic it would turn off, when there is one. */
function lessData({ audience }: Broadcast): string {
  const topic = audience.topics?.length === 1 ? audience.topics[0] : undefined;
  return topic === undefined ? 'less' : `less:${topic}`;
}

/** N4 of the dialogue in the resident's language. */
export interface CorrectionWords {
  /** «Виправлення до повідомлення «…» від 23 листопада:» */
  readonly heading: string;
  readonly apology: string;
}

/** A correction as those get it whose first message cannot be changed: N4. The first one's links stand there. */
export function correctionContent(
  { format, text, keyboard }: OutgoingContent,
  { heading, apology }: CorrectionWords,
): OutgoingContent {
  const ending = /[.!?…]$/u.test(text.trimEnd()) ? '' : '.';
  const rows = (keyboard?.rows ?? []).filter((row) => row.every(({ action }) => action.kind !== 'url'));
  return {
    format,
    title: heading,
    text: `${text.trimEnd()}${ending} ${apology}`,
    keyboard: { placement: 'message', rows },
  };
}
