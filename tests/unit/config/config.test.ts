import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECRET_NAMES, SETTINGS } from '../../../src/config/settings.js';
import { ConfigError, parseConfig } from '../../../src/config.js';

const noFiles: Parameters<typeof parseConfig>[1] = { read: unreadable, dataDirHoldsRealData: () => false };
const LONG_TOKEN = 'a'.repeat(32);

describe('parseConfig', () => {
  it('needs nothing: an empty environment is the sandbox with the documented defaults', () => {
    expect(parseConfig({}, noFiles)).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      trustedProxies: [],
      dataDir: 'data/sandbox',
      mongodbUri: undefined,
      telegram: {
        token: undefined,
        apiRoot: 'https://api.telegram.org',
        messagesPerSecond: 28,
        webhookSecret: undefined,
      },
      viber: {
        token: undefined,
        apiRoot: 'https://chatapi.viber.com/pa',
        senderName: undefined,
        senderAvatar: undefined,
      },
      adminApiToken: undefined,
      sandbox: { emulators: undefined },
      cityTimeZone: 'Europe/Kyiv',
      logLevel: 'info',
      logPretty: undefined,
    });
  });

  it('takes blanks for unset and trims values', () => {
    expect(parseConfig({ HOST: '  ', PORT: '', SANDBOX: '\t', LOG_LEVEL: ' debug ' }, noFiles)).toEqual(
      parseConfig({ LOG_LEVEL: 'debug' }, noFiles),
    );
  });

  it('reads a real installation', () => {
    const config = parseConfig(
      {
        PUBLIC_URL: 'https://visnyk.example.ua/',
        TRUSTED_PROXIES: '10.0.0.0/8, ::1',
        TELEGRAM_BOT_TOKEN: '12:abc',
        TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
        ADMIN_API_TOKEN: LONG_TOKEN,
        MONGODB_URI: 'mongodb://u:p@db.example/visnyk',
        LOG_PRETTY: 'off',
        PORT: '0',
      },
      noFiles,
    );
    expect(config).toMatchObject({
      port: 0,
      publicUrl: 'https://visnyk.example.ua',
      trustedProxies: ['10.0.0.0/8', '::1'],
      dataDir: './data',
      telegram: { token: '12:abc', apiRoot: 'http://127.0.0.1:8081' },
      sandbox: undefined,
      logPretty: false,
    });
  });

  it('names every wrong variable in one block', () => {
    const env = { PORT: '65536', LOG_LEVEL: 'loud', CITY_TIME_ZONE: 'Kyiv/Europe', SANDBOX: 'maybe' };
    expect(messageOf(env)).toBe(
      [
        'Visnyk cannot start: 4 settings are wrong.',
        '  PORT must be a whole number from 0 to 65535',
        '  SANDBOX must be true or false',
        '  CITY_TIME_ZONE must be an IANA time zone, for example Europe/Kyiv',
        '  LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent',
        'What each setting means is written in .env.example.',
      ].join('\n'),
    );
  });

  it.each([
    ['HOST', '300.1.1.1'],
    ['HOST', 'http://x'],
    ['PORT', '3000.5'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'http://visnyk.example.ua'],
    ['PUBLIC_URL', 'https://visnyk.example.ua/path'],
    ['PUBLIC_URL', 'https://visnyk.example.ua/?q'],
    ['PUBLIC_URL', 'https://u:p@visnyk.example.ua'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy.local'],
    ['MONGODB_URI', 'postgres://db'],
    ['TELEGRAM_BOT_TOKEN', 'two words'],
    ['TELEGRAM_API_ROOT', 'api.telegram.org'],
    ['TELEGRAM_MESSAGES_PER_SECOND', '0'],
    ['TELEGRAM_WEBHOOK_SECRET', 'крапка'],
    ['VIBER_API_ROOT', 'ftp://x'],
    ['VIBER_SENDER_NAME', 'н'.repeat(29)],
    ['VIBER_SENDER_AVATAR', 'avatar.png'],
    ['ADMIN_API_TOKEN', 'a'.repeat(31)],
    ['CITY_TIME_ZONE', '+02:00'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(messageOf({ [name]: value })).toMatch(new RegExp(`^  ${name} must`, 'm'));
  });

  it('never repeats a wrong value, which may be a secret in the wrong place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(SETTINGS)), fc.uuid(), (name, secret) => {
        expect(messageOf({ [name]: `#${secret}`, PORT: 'x' })).not.toContain(secret);
      }),
    );
  });
});

describe('secrets from files', () => {
  it.each(SECRET_NAMES)('reads %s_FILE, without the last newline', (name) => {
    const value = name === 'MONGODB_URI' ? 'mongodb://db' : LONG_TOKEN;
    const files = {
      ...noFiles,
      read: (path: string) => (path === '/run/secret' ? `${value}\n` : unreadable()),
    };
    expect(parseConfig({ [`${name}_FILE`]: '/run/secret' }, files)).toEqual(
      parseConfig({ [name]: value }, noFiles),
    );
  });

  it('counts a variable once, whatever is wrong with it', () => {
    expect(messageOf({ ADMIN_API_TOKEN: 'short secret' })).toBe(
      [
        'Visnyk cannot start: one setting is wrong.',
        '  ADMIN_API_TOKEN must be printable ASCII characters without spaces; must be at least 32 characters long',
        'What each setting means is written in .env.example.',
      ].join('\n'),
    );
  });

  it('refuses a variable beside its file, an empty file and one that cannot be read', () => {
    const files = { ...noFiles, read: (path: string) => (path === '/empty' ? '\n' : unreadable()) };
    const env = {
      TELEGRAM_BOT_TOKEN: 'secret-1',
      TELEGRAM_BOT_TOKEN_FILE: '/run/secret',
      VIBER_AUTH_TOKEN_FILE: '/empty',
      ADMIN_API_TOKEN_FILE: '/missing',
    };
    expect(messageOf(env, files)).toBe(
      [
        'Visnyk cannot start: 3 settings are wrong.',
        '  TELEGRAM_BOT_TOKEN is set, and so is TELEGRAM_BOT_TOKEN_FILE; keep one of the two',
        '  VIBER_AUTH_TOKEN_FILE names an empty file: /empty',
        '  ADMIN_API_TOKEN_FILE names a file that cannot be read: /missing (ENOENT)',
        'What each setting means is written in .env.example.',
      ].join('\n'),
    );
  });
});

describe('the sandbox', () => {
  it.each([
    ['TELEGRAM_BOT_TOKEN', '12:abc'],
    ['VIBER_AUTH_TOKEN', 'token'],
    ['PUBLIC_URL', 'https://visnyk.example.ua'],
    ['MONGODB_URI', 'mongodb://db'],
    ['HOST', '0.0.0.0'],
  ])('is off by default beside %s, and refused when asked for', (name, value) => {
    const said = name === 'HOST' ? 'HOST is not this machine only' : `${name} is set`;
    expect(parseConfig({ [name]: value }, noFiles)).toMatchObject({
      sandbox: undefined,
      sandboxOffBecause: said,
    });
    expect(messageOf({ SANDBOX: 'true', [name]: value })).toContain(
      `SANDBOX cannot be true while ${said}; remove SANDBOX to run for real`,
    );
  });

  it('is off by default over real data, and may be asked for: it has its own directory', () => {
    const files = { ...noFiles, dataDirHoldsRealData: (dataDir: string) => dataDir === './data' };
    expect(parseConfig({}, files)).toMatchObject({
      sandbox: undefined,
      sandboxOffBecause: 'DATA_DIR holds real data; to try it beside them: SANDBOX=true npm start',
    });
    expect(parseConfig({ SANDBOX: 'yes' }, files)).toMatchObject({
      dataDir: 'data/sandbox',
      sandbox: { emulators: undefined },
    });
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])('accepts the loopback host %s', (host) => {
    expect(parseConfig({ HOST: host }, noFiles).sandbox).toBeDefined();
  });

  it('does not count the API token as a real one: the sandbox has an API too', () => {
    expect(parseConfig({ ADMIN_API_TOKEN: LONG_TOKEN }, noFiles).sandbox).toBeDefined();
  });

  it('stays off when told so', () => {
    expect(parseConfig({ SANDBOX: 'false' }, noFiles)).toMatchObject({
      sandbox: undefined,
      sandboxOffBecause: 'SANDBOX is false',
    });
  });

  it('tells the service child where its emulators are', () => {
    const env = {
      SANDBOX_TELEGRAM_API_ROOT: 'http://127.0.0.1:4001',
      SANDBOX_TELEGRAM_TOKEN: '1:t',
      SANDBOX_VIBER_API_ROOT: 'http://127.0.0.1:4002/pa',
      SANDBOX_VIBER_TOKEN: 'v',
      SANDBOX_CONTROL_URL: 'http://127.0.0.1:4003',
    };
    expect(parseConfig(env, noFiles).sandbox?.emulators).toEqual({
      telegramApiRoot: 'http://127.0.0.1:4001',
      telegramToken: '1:t',
      viberApiRoot: 'http://127.0.0.1:4002/pa',
      viberToken: 'v',
      controlUrl: 'http://127.0.0.1:4003',
    });
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');

  it('lists every setting and nothing else', () => {
    expect(Object.keys(parse(example)).sort()).toEqual(Object.keys(SETTINGS).sort());
    for (const name of SECRET_NAMES) expect(example).toContain(`${name}_FILE`);
  });

  it('changes nothing when it is copied unchanged', () => {
    expect(parseConfig(parse(example), noFiles)).toEqual(parseConfig({}, noFiles));
  });
});

function messageOf(env: Record<string, string>, files = noFiles): string {
  try {
    parseConfig(env, files);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

function unreadable(): never {
  throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
}

describe('README.md', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const [, table = ''] = /^## Settings$(.*?)^## /ms.exec(readme) ?? [];

  it('has every setting in its table and nothing else', () => {
    const rows = table.split('\n').flatMap((line) => /^\| (`.*?) \|/.exec(line)?.[1]?.split(', ') ?? []);
    expect(rows.map((name) => name.replaceAll('`', '')).sort()).toEqual(Object.keys(SETTINGS).sort());
  });
});
