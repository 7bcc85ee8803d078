/** Remembers that the switch was used, over the end of the process. Resolves after it is durable. */
export interface KillSwitchStore {
  load(): Promise<boolean | undefined>;
  save(used: boolean): Promise<void>;
}

/** Ends the service the hard way, so that a stranger sees that nothing is lost. */
export interface KillSwitch {
  /** Whether somebody has ever used it: the walk's step is done then */
  used(): boolean;
  /** Resolves shortly before the end, so that whoever asked is answered */
  kill(): Promise<void>;
}

/** The answer to the request leaves within this. */
const ANSWER_MS = 100;

/** @param end kill -9 of this very process; the supervisor starts it again */
export async function createKillSwitch(store: KillSwitchStore, end: () => void): Promise<KillSwitch> {
  let isUsed = (await store.load()) ?? false;
  return {
    used: () => isUsed,
    async kill() {
      await store.save(true);
      isUsed = true;
      setTimeout(end, ANSWER_MS);
    },
  };
}
