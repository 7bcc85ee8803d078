import type { Keyboard } from './keyboard.js';

/** A stored picture as a broadcast shows it. */
export interface Picture {
  /** SHA-256 of the bytes: key of the file store */
  readonly fileId: string;
  /** Unguessable name under `/media/`, e.g. `k3…x.jpg` */
  readonly publicName: string;
  readonly alt: string;
  /** Where it was fetched: shown as a link where the picture cannot be shown itself */
  readonly sourceUrl?: string | undefined;
  /** It was an animation: only its first frame was kept */
  readonly wasAnimated?: boolean | undefined;
}

/** A stored file sent with an answer. */
export interface Attachment {
  readonly fileId: string;
  /** Unguessable name under `/media/`, for a messenger that fetches files itself */
  readonly publicName: string | undefined;
  readonly name: string;
  readonly sizeBytes: number;
}

/** What is said to a person, the same for every messenger; a channel renders it to what its messenger shows. */
export interface OutgoingContent {
  /** `plain`: shown as it is. `markup`: the small safe markup of `domain/markup.ts`. */
  readonly format: 'plain' | 'markup';
  readonly text: string;
  /** Set apart above the text (a broadcast's title) */
  readonly title?: string | undefined;
  readonly pictures?: readonly Picture[] | undefined;
  /** Where all pictures are seen, for a messenger that shows one: outside address and its words */
  readonly gallery?: { readonly url: string; readonly label: string } | undefined;
  readonly files?: readonly Attachment[] | undefined;
  readonly keyboard?: Keyboard | undefined;
}
