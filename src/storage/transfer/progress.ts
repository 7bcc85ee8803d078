/** Told while a transfer goes on; may be called often. */
export type OnProgress = (step: {
  /** A collection, or the files */
  readonly what: string;
  readonly done: number;
  readonly total: number;
}) => void;
