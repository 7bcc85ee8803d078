/** viber-bot 1.0.18 has no types; this declares exactly what is used. */
declare module 'viber-bot' {
  interface Message {
    toJson(): Record<string, unknown>;
  }

  interface ViberBot {
    readonly Message: {
      readonly Text: new (text: string) => Message;
      readonly Picture: new (url: string, text: string) => Message;
      readonly File: new (url: string, sizeInBytes: number, filename: string) => Message;
    };
  }

  const viberBot: ViberBot;
  export = viberBot;
}

declare module 'viber-bot/lib/viber-client.js' {
  interface Logger {
    debug(): void;
    info(): void;
    error(): void;
  }

  class ViberClient {
    constructor(
      logger: Logger,
      bot: { readonly authToken: string; readonly name: string; readonly avatar: string },
      apiUrl: string,
      subscribedEvents: readonly string[],
    );
    getAccountInfo(): Promise<unknown>;
  }
  export = ViberClient;
}
