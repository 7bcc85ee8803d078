import type { Picture } from '../../domain/content.js';

/** Takes in a picture that staff sent from their own machine. */
export interface PictureUploads {
  /**
   * Re-encodes to JPEG of at most 1 MB without metadata (place, camera, author), stores and publishes it.
   * @throws {Refusal} `invalid` with code `picture.*` and a sentence for the editor
   */
  keep(upload: { readonly bytes: Uint8Array; readonly alt: string }): Promise<Picture>;
}

/** Fetches a picture from the web and prepares it for both messengers. */
export interface Pictures {
  /**
   * Fetches over https (private addresses refused after resolution and on every redirect, ≤ 10 MB, 10 s),
   * re-encodes to JPEG of at most 1 MB without metadata (of an animation the first frame), stores and publishes it.
   * @throws {Refusal} `invalid` with code `picture.*` and a sentence for the editor
   */
  fetch(source: { readonly url: string; readonly alt: string }): Promise<Picture>;
}
