/** Somebody whose new messages a person looks at before they become appeals. They are kept all the same. */
export interface Block {
  readonly subscriberId: string;
  /** The appeal that it was decided on */
  readonly number: string;
  readonly reason: string;
  /** Afterwards it is over by itself */
  readonly until: Date;
  readonly at: Date;
  /** Staff account id */
  readonly by: string;
}

export interface BlockStore {
  /** In place of an earlier one. */
  put(block: Block): Promise<void>;
  get(subscriberId: string): Promise<Block | undefined>;
  remove(subscriberId: string): Promise<void>;
}

/** Whether the person's messages are looked at first. */
export async function isBlocked(
  store: Pick<BlockStore, 'get'>,
  subscriberId: string,
  at: Date,
): Promise<boolean> {
  const block = await store.get(subscriberId);
  return block !== undefined && block.until > at;
}
