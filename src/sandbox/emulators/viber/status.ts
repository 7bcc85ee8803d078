/**
 * `status` of an answer, by its documented name.
 * @see https://creators.viber.com/docs/bots-api/errors
 */
export const STATUS = {
  ok: 0,
  invalidUrl: 1,
  invalidAuthToken: 2,
  badData: 3,
  missingData: 4,
  receiverNotRegistered: 5,
  receiverNotSubscribed: 6,
  webhookNotSet: 10,
  tooManyRequests: 12,
  apiVersionNotSupported: 13,
  incompatibleWithVersion: 14,
  broadcastNotAllowed: 20,
  freeMessagesExceeded: 23,
} as const;

export type StatusName = keyof typeof STATUS;

/** The call is refused: HTTP 200 with this `status`. */
export class ViberRefusal extends Error {
  override readonly name = 'ViberRefusal';
  readonly status: number;

  /** @param detail what exactly is wrong, added to `status_message` */
  constructor(
    readonly statusName: StatusName,
    detail?: string,
  ) {
    super(detail === undefined ? statusName : `${statusName}: ${detail}`);
    this.status = STATUS[statusName];
  }
}
