/** What the file store knows about one file. Its bytes lie under `DATA_DIR/files`, by content. */
export interface StoredFile {
  /** SHA-256 of the bytes, hex */
  readonly id: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Unguessable name under `/media/`; set only for pictures of broadcasts, never for a citizen's file */
  readonly publicName: string | undefined;
}

/**
 * Keeps bytes durably, once per content. Resolves only after bytes and record survive a power cut.
 * Records live in the database, bytes in `DATA_DIR/files` (a shared volume when there are several processes).
 */
export interface Files {
  put(bytes: Uint8Array, contentType: string): Promise<StoredFile>;
  /** Gives the file a public name (once); used for pictures of broadcasts and files sent by staff */
  publish(id: string): Promise<StoredFile & { readonly publicName: string }>;
  get(id: string): Promise<StoredFile | undefined>;
  findPublic(publicName: string): Promise<StoredFile | undefined>;
  /** @throws when the bytes are missing: a broken data directory, not an expected case */
  read(id: string): Promise<Uint8Array>;
  /** The messenger's own reference of a file it already has (Telegram's file_id), which holds for one bot only */
  reference(id: string, bot: string): Promise<string | undefined>;
  remember(id: string, bot: string, reference: string): Promise<void>;
  /**
   * Removes these for good, but for those that were brought more than once: somebody else may have sent the same
   * bytes. The sweep of unused files finds them (see `services/retention`).
   */
  remove(ids: readonly string[]): Promise<void>;
  /**
   * Removes what is not used and was last brought before that moment, and what a crash left half removed.
   *
   * @returns how many
   */
  removeUnused(isUsed: (id: string) => boolean, before: Date, signal: AbortSignal): Promise<number>;
}
