import ipaddr from 'ipaddr.js';
import { z } from 'zod';

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_DATA_DIR = './data';

/**
 * Every documented variable with its rule and default. Messages name the rule and never the value: a value
 * may be a secret put into the wrong variable.
 */
export const SETTINGS = {
  HOST: z.string().refine(isHost, 'must be an IP address or a host name').default(DEFAULT_HOST),
  PORT: z
    .string()
    .refine((text) => isWholeNumber(text, 0, 65_535), 'must be a whole number from 0 to 65535')
    .default('3000')
    .transform(Number),
  PUBLIC_URL: z
    .string()
    .refine(isHttpsOrigin, 'must be an https address without a path, for example https://visnyk.example.ua')
    .transform((text) => new URL(text).origin)
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .refine(
      (ranges) => ranges.every(isAddressRange),
      'must be IP addresses or CIDR ranges separated by commas',
    )
    .default([]),
  DATA_DIR: z.string().default(DEFAULT_DATA_DIR),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/[^/\s]+\S*$/, 'must start with mongodb:// or mongodb+srv:// and name a host')
    .optional(),
  TELEGRAM_BOT_TOKEN: headerSafe().optional(),
  TELEGRAM_API_ROOT: apiRoot('https://api.telegram.org'),
  TELEGRAM_MESSAGES_PER_SECOND: z
    .string()
    .refine((text) => isWholeNumber(text, 1, 1_000), 'must be a whole number from 1 to 1000')
    .default('28')
    .transform(Number),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    // https://core.telegram.org/bots/api#setwebhook
    .regex(/^[A-Za-z0-9_-]{1,256}$/, 'must be 1 to 256 characters of A-Z, a-z, 0-9, _ and -')
    .optional(),
  VIBER_AUTH_TOKEN: headerSafe().optional(),
  VIBER_API_ROOT: apiRoot('https://chatapi.viber.com/pa'),
  VIBER_SENDER_NAME: z
    .string()
    // https://developers.viber.com/docs/api/rest-bot-api/#general-send-message-parameters
    .max(28, 'must be at most 28 characters')
    .optional(),
  VIBER_SENDER_AVATAR: z.string().refine(isHttpUrl, 'must be an http or https address').optional(),
  ADMIN_API_TOKEN: headerSafe()
    .refine((token) => token.length >= 32, 'must be at least 32 characters long')
    .optional(),
  SANDBOX: flag().optional(),
  CITY_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone, for example Europe/Kyiv')
    .default('Europe/Kyiv'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
  LOG_PRETTY: flag().optional(),
} as const;

export type SettingName = keyof typeof SETTINGS;

/** Variables that may also come from a file named by `<NAME>_FILE`. */
export const SECRET_NAMES = [
  'TELEGRAM_BOT_TOKEN',
  'TELEGRAM_WEBHOOK_SECRET',
  'VIBER_AUTH_TOKEN',
  'ADMIN_API_TOKEN',
  'MONGODB_URI',
] as const satisfies readonly SettingName[];

/** Where the sandbox's supervisor tells its service child to find the emulators. Not for people. */
export const EMULATOR_SETTINGS = {
  SANDBOX_TELEGRAM_API_ROOT: z.url().optional(),
  SANDBOX_TELEGRAM_TOKEN: z.string().optional(),
  SANDBOX_VIBER_API_ROOT: z.url().optional(),
  SANDBOX_VIBER_TOKEN: z.string().optional(),
  SANDBOX_CONTROL_URL: z.url().optional(),
} as const;

/** A token is an opaque string that still has to fit into a URL path or an HTTP header. */
function headerSafe() {
  return z.string().regex(/^[\x21-\x7e]+$/, 'must be printable ASCII characters without spaces');
}

function apiRoot(fallback: string) {
  return z
    .string()
    .refine(
      isApiRoot,
      'must be an http or https address without a query, for example https://api.example.org',
    )
    .transform((text) => text.replace(/\/+$/, ''))
    .default(fallback);
}

function flag() {
  return z.stringbool({ error: 'must be true or false' });
}

function isWholeNumber(text: string, min: number, max: number): boolean {
  return /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max;
}

function isHost(text: string): boolean {
  if (/^[\d.]+$/.test(text)) return ipaddr.IPv4.isValidFourPartDecimal(text);
  return ipaddr.IPv6.isValid(text) || /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(text);
}

function isHttpsOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return protocol === 'https:' && href === `${origin}/`;
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function isApiRoot(text: string): boolean {
  return isHttpUrl(text) && !/[?#]/.test(text);
}

function isAddressRange(text: string): boolean {
  const [address = ''] = text.split('/');
  const known = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
  return known && (address === text || ipaddr.isValidCIDR(text));
}

function isTimeZone(text: string): boolean {
  try {
    // Offsets such as +02:00 are accepted by Intl too, but know nothing of summer time.
    return /^[A-Za-z]/.test(text) && new Intl.DateTimeFormat('en', { timeZone: text }) !== undefined;
  } catch {
    return false;
  }
}
