/** Messages that the server accepts and the phone then refuses. */
export interface ClientFailures {
  /** @param personId anybody when left out @param reason the callback's `desc` */
  add(times: number, reason: string, personId?: string): void;
  /** The reason this person's next message fails for, counting it as used */
  take(personId: string): string | undefined;
}

/** @see https://creators.viber.com/docs/bots-api/events/message-failed */
export function createClientFailures(): ClientFailures {
  const pending: { left: number; reason: string; personId: string | undefined }[] = [];
  return {
    add(times, reason, personId) {
      pending.push({ left: times, reason, personId });
    },
    take(personId) {
      const index = pending.findIndex((one) => one.personId === undefined || one.personId === personId);
      const failure = pending[index];
      if (failure === undefined) return undefined;
      failure.left -= 1;
      if (failure.left <= 0) pending.splice(index, 1);
      return failure.reason;
    },
  };
}
