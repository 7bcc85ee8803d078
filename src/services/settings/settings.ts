import { Refusal } from '../../domain/refusal.js';
import type { Actor } from '../../domain/role.js';
import type { Topic } from '../../domain/topic.js';
import type { Audit } from '../audit/audit.js';
import type { Accounts } from '../staff/accounts.js';
import { DEFAULT_SETTINGS } from './defaults.js';
import type { SettingsInput, SettingsValues } from './input.js';

/** What staff can change without a developer. */
export interface Settings {
  get(): Promise<SettingsValues>;
  /**
   * Changes only what is given.
   * @returns everything as it stands then
   * @throws {Refusal} invalid when the substitute has no account (any more); conflict when a topic that is in use is taken away
   */
  change(input: SettingsInput, actor: Actor): Promise<SettingsValues>;
}

export type SettingsKey = keyof SettingsValues;

export interface SettingsStore {
  get(): Promise<{ readonly [K in SettingsKey]?: Partial<SettingsValues[K]> }>;
  set<K extends SettingsKey>(key: K, value: SettingsValues[K]): Promise<void>;
}

/** What staff can change without a developer; every change goes to the audit. */
export function createSettings({
  store,
  audit,
  accounts,
  isTopicUsed,
}: {
  readonly store: SettingsStore;
  readonly audit: Audit;
  readonly accounts: Pick<Accounts, 'get'>;
  /** Whether a person, a publication, a broadcast, a template or a feed has the topic */
  readonly isTopicUsed: (topic: Topic) => Promise<boolean>;
}): Settings {
  return {
    get: current,
    async change(input, actor) {
      await checkSubstitute(input.broadcasts?.substituteId);
      const before = await current();
      await checkTopics(before.topics, input.topics);
      await changeKey('organisation', before, input, actor);
      await changeKey('office', before, input, actor);
      await changeKey('routing', before, input, actor);
      await changeKey('broadcasts', before, input, actor);
      await changeKey('staleBroadcasts', before, input, actor);
      await changeKey('viber', before, input, actor);
      await changeKey('report', before, input, actor);
      await changeKey('greetings', before, input, actor);
      await changeKey('mourning', before, input, actor);
      await changeKey('streets', before, input, actor);
      await changeKey('topics', before, input, actor);
      await changeKey('appeals', before, input, actor);
      await changeKey('retention', before, input, actor);
      await changeKey('chat', before, input, actor);
      return current();
    },
  };

  async function current(): Promise<SettingsValues> {
    const stored = await store.get();
    return {
      organisation: { ...DEFAULT_SETTINGS.organisation, ...stored.organisation },
      office: { ...DEFAULT_SETTINGS.office, ...stored.office },
      routing: { ...DEFAULT_SETTINGS.routing, ...stored.routing },
      broadcasts: { ...DEFAULT_SETTINGS.broadcasts, ...stored.broadcasts },
      staleBroadcasts: { ...DEFAULT_SETTINGS.staleBroadcasts, ...stored.staleBroadcasts },
      viber: { ...DEFAULT_SETTINGS.viber, ...stored.viber },
      report: { ...DEFAULT_SETTINGS.report, ...stored.report },
      greetings: { ...DEFAULT_SETTINGS.greetings, ...stored.greetings },
      mourning: { ...DEFAULT_SETTINGS.mourning, ...stored.mourning },
      streets: { ...DEFAULT_SETTINGS.streets, ...stored.streets },
      topics: { ...DEFAULT_SETTINGS.topics, ...stored.topics },
      appeals: { ...DEFAULT_SETTINGS.appeals, ...stored.appeals },
      retention: { ...DEFAULT_SETTINGS.retention, ...stored.retention },
      chat: { ...DEFAULT_SETTINGS.chat, ...stored.chat },
    };
  }

  async function checkSubstitute(id: string | null | undefined): Promise<void> {
    if (!id || (await accounts.get(id))?.active) return;
    throw new Refusal(
      'invalid',
      'settings.unknown-substitute',
      'Такого облікового запису немає. Оберіть замісником того, хто має доступ.',
    );
  }

  async function checkTopics(
    before: SettingsValues['topics'],
    input: SettingsInput['topics'],
  ): Promise<void> {
    const kept = input?.items;
    if (!kept) return;
    for (const { id, names } of before.items)
      if (!kept.some((topic) => topic.id === id) && (await isTopicUsed(id)))
        throw new Refusal(
          'conflict',
          'settings.topic-in-use',
          `Тему «${names.uk}» уже використовують, тому видалити її не можна. Її можна приховати.`,
        );
  }

  async function changeKey<K extends SettingsKey>(
    key: K,
    values: SettingsValues,
    input: SettingsInput,
    actor: Actor,
  ): Promise<void> {
    const given = Object.entries(input[key] ?? {}).filter(([, value]) => value !== undefined);
    if (given.length === 0) return;
    const before = values[key];
    const after = { ...before, ...Object.fromEntries(given) };
    await store.set(key, after);
    await audit.record({ actor, action: 'settings.change', subject: key, before, after });
  }
}
