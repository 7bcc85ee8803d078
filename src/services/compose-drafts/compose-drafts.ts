/** What somebody has typed into the form of a broadcast and not saved yet, as the form sends it. */
export interface ComposeDraft {
  readonly fields: readonly ComposeField[];
  /** Counts the times it was kept, from 1 */
  readonly version: number;
  readonly savedAt: Date;
}

export interface ComposeField {
  readonly name: string;
  readonly value: string;
}

/** Unsaved forms of broadcasts: one for each broadcast (or `new`) and colleague. */
export interface ComposeDrafts {
  get(place: string, staffId: string): Promise<ComposeDraft | undefined>;
  /**
   * @param seen the version that the form began with or kept last; 0: none
   * @returns the new version; undefined: the same person has kept another in a second window, and it stays
   */
  keep(
    place: string,
    staffId: string,
    fields: readonly ComposeField[],
    seen: number,
  ): Promise<ComposeDraft | undefined>;
  /** The broadcast was saved, or the form given up. */
  remove(place: string, staffId: string): Promise<void>;
}
