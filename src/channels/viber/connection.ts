/** Which bot, and where the REST API is: Viber's own, or an emulator. */
export interface ViberConnection {
  readonly token: string;
  /** Without a final slash, e.g. `https://chatapi.viber.com/pa` */
  readonly apiRoot: string;
}
