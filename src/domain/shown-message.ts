import type { Attachment, Picture } from './content.js';

/** A stretch of visible text in one style. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly url: string | undefined;
}

/** One message as a person sees it in their messenger. */
export interface ShownMessage {
  /** In order; their texts joined are the whole */
  readonly words: readonly Run[];
  readonly pictures: readonly Picture[];
  readonly file: Attachment | undefined;
  /** Labels of the buttons, row by row */
  readonly buttons: readonly (readonly string[])[];
}
