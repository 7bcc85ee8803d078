import { join } from 'node:path';
import { z } from 'zod';
import { chooseSandbox } from './config/sandbox-mode.js';
import { type Environment, resolveSecrets, type SettingProblem } from './config/secrets.js';
import { DEFAULT_DATA_DIR, DEFAULT_HOST, EMULATOR_SETTINGS, SETTINGS } from './config/settings.js';
import { groupBy } from './lib/group-by.js';

/** How the service runs, from its environment alone. Defaults and meanings: `.env.example`. */
export interface Config {
  readonly host: string;
  /** 0 picks a free port */
  readonly port: number;
  /** Origin without a trailing slash */
  readonly publicUrl: string | undefined;
  /** IP addresses and CIDR ranges */
  readonly trustedProxies: readonly string[];
  /** Directory of this world: in the sandbox `DATA_DIR/sandbox`, else `DATA_DIR` */
  readonly dataDir: string;
  /** Absent: the embedded database */
  readonly mongodbUri: string | undefined;
  readonly telegram: {
    readonly token: string | undefined;
    readonly apiRoot: string;
    /** Budget of the whole bot */
    readonly messagesPerSecond: number;
    /** Absent: derived from the token */
    readonly webhookSecret: string | undefined;
  };
  readonly viber: {
    readonly token: string | undefined;
    readonly apiRoot: string;
    /** Absent: the account's own name */
    readonly senderName: string | undefined;
    readonly senderAvatar: string | undefined;
  };
  readonly adminApiToken: string | undefined;
  /** Present in sandbox mode; `emulators` only in the service that a supervisor has started beside them */
  readonly sandbox: { readonly emulators: EmulatorAddresses | undefined } | undefined;
  /** What switched the sandbox off, to be told at the start */
  readonly sandboxOffBecause: string | undefined;
  /** IANA name */
  readonly cityTimeZone: string;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Absent: on in a terminal */
  readonly logPretty: boolean | undefined;
}

export interface EmulatorAddresses {
  readonly telegramApiRoot: string;
  readonly telegramToken: string;
  readonly viberApiRoot: string;
  readonly viberToken: string;
  readonly controlUrl: string;
}

/** Set on a real installation only. */
const REAL_SETTINGS = ['TELEGRAM_BOT_TOKEN', 'VIBER_AUTH_TOKEN', 'PUBLIC_URL', 'MONGODB_URI'] as const;

const settingsSchema = z.object({ ...SETTINGS, ...EMULATOR_SETTINGS });
type Settings = z.output<typeof settingsSchema>;

/** The environment is wrong. The message is the whole block to print: no secret, no stack trace needed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly SettingProblem[]) {
    super(
      [
        `Visnyk cannot start: ${problems.length === 1 ? 'one setting is' : `${problems.length} settings are`} wrong.`,
        ...problems.map(({ name, problem }) => `  ${name} ${problem}`),
        'What each setting means is written in .env.example.',
      ].join('\n'),
    );
  }
}

/**
 * Reads the settings. Pure: the environment and the disk are handed in.
 *
 * @param files.read text of a secret's file, or throws
 * @param files.dataDirHoldsRealData whether this data directory has a database of a real installation
 * @throws {ConfigError} naming every wrong variable at once
 */
export function parseConfig(
  env: Environment,
  files: { read(path: string): string; dataDirHoldsRealData(dataDir: string): boolean },
): Config {
  const { values, problems: secretProblems } = resolveSecrets(env, files.read);
  const parsed = settingsSchema.safeParse(values);
  // From the raw values, so that a wrong PORT does not hide a forbidden sandbox.
  const {
    sandbox,
    offBecause,
    problems: sandboxProblems,
  } = chooseSandbox({
    asked: SETTINGS.SANDBOX.safeParse(values.SANDBOX).data,
    host: values.HOST ?? DEFAULT_HOST,
    real: REAL_SETTINGS.filter((name) => values[name] !== undefined),
    holdsRealData: files.dataDirHoldsRealData(values.DATA_DIR ?? DEFAULT_DATA_DIR),
  });
  const wrongValues = parsed.success ? [] : toProblems(parsed.error.issues);
  const problems = [...secretProblems, ...wrongValues, ...sandboxProblems];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return { ...toConfig(parsed.data, sandbox), sandboxOffBecause: offBecause };
}

/** One line a variable, however many things are wrong with it. */
function toProblems(issues: readonly z.core.$ZodIssue[]): SettingProblem[] {
  const byName = groupBy(issues, ({ path }) => path.join('.'));
  return [...byName].map(([name, of]) => ({ name, problem: of.map(({ message }) => message).join('; ') }));
}

function toConfig(settings: Settings, sandbox: boolean): Omit<Config, 'sandboxOffBecause'> {
  return {
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL,
    trustedProxies: settings.TRUSTED_PROXIES,
    dataDir: sandbox ? join(settings.DATA_DIR, 'sandbox') : settings.DATA_DIR,
    mongodbUri: settings.MONGODB_URI,
    telegram: {
      token: settings.TELEGRAM_BOT_TOKEN,
      apiRoot: settings.TELEGRAM_API_ROOT,
      messagesPerSecond: settings.TELEGRAM_MESSAGES_PER_SECOND,
      webhookSecret: settings.TELEGRAM_WEBHOOK_SECRET,
    },
    viber: {
      token: settings.VIBER_AUTH_TOKEN,
      apiRoot: settings.VIBER_API_ROOT,
      senderName: settings.VIBER_SENDER_NAME,
      senderAvatar: settings.VIBER_SENDER_AVATAR,
    },
    adminApiToken: settings.ADMIN_API_TOKEN,
    sandbox: sandbox ? { emulators: emulatorAddresses(settings) } : undefined,
    cityTimeZone: settings.CITY_TIME_ZONE,
    logLevel: settings.LOG_LEVEL,
    logPretty: settings.LOG_PRETTY,
  };
}

function emulatorAddresses(settings: Settings): EmulatorAddresses | undefined {
  const {
    SANDBOX_TELEGRAM_API_ROOT: telegramApiRoot,
    SANDBOX_TELEGRAM_TOKEN: telegramToken,
    SANDBOX_VIBER_API_ROOT: viberApiRoot,
    SANDBOX_VIBER_TOKEN: viberToken,
    SANDBOX_CONTROL_URL: controlUrl,
  } = settings;
  if (!telegramApiRoot || !telegramToken || !viberApiRoot || !viberToken || !controlUrl) return undefined;
  return { telegramApiRoot, telegramToken, viberApiRoot, viberToken, controlUrl };
}
