import type { TelegramUser } from './message.js';

/** What setMy… calls changed, by language code (`''` is the default). */
export interface BotProfile {
  readonly user: TelegramUser;
  readonly names: Map<string, string>;
  readonly descriptions: Map<string, string>;
  readonly shortDescriptions: Map<string, string>;
  /** By scope and language */
  readonly commands: Map<string, readonly BotCommand[]>;
  /** By chat id; `''` is the default */
  readonly menuButtons: Map<string, unknown>;
}

export interface BotCommand {
  readonly command: string;
  readonly description: string;
}

/** A fresh bot. Its id is the number before the token's colon, as in real tokens. */
export function createBotProfile(token: string): BotProfile {
  const id = Number(/^\d+/.exec(token)?.[0] ?? 7_000_000_001);
  return {
    user: { id, is_bot: true, first_name: 'Ніжинська міська рада', username: 'visnyk_sandbox_bot' },
    names: new Map(),
    descriptions: new Map(),
    shortDescriptions: new Map(),
    commands: new Map(),
    menuButtons: new Map(),
  };
}
