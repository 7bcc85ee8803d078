import { z } from 'zod';
import { APPEAL_CATEGORIES } from '../../domain/appeal.js';
import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import { memorialComplaint, templateComplaint } from '../../domain/holidays/greeting-template.js';
import { PERIODS, type PeriodName } from '../../domain/retention.js';
import { windowMinutes } from '../../domain/sending-hours.js';
import { STALE_ACTIONS } from '../../domain/stale.js';
import { plainText } from '../plain-text.js';
import { reportSettings } from '../reports/settings-input.js';
import { topicSettings } from '../topics/input.js';

const optionalLine = plainText(200);
const line = optionalLine.min(1);
const hours = z
  .string()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d–([01]?\d|2[0-3]):[0-5]\d$/, 'має бути на зразок 8:00–17:00');

/** The organisation's own words and numbers, see `Organisation` of the dialogue. */
const organisation = z.strictObject({
  councilName: line,
  councilNameGenitive: line,
  dataOwner: line,
  cityName: optionalLine,
  address: optionalLine,
  phone: optionalLine,
  officeHours: hours,
  lunchBreak: hours,
  /** A circle that holds the whole hromada */
  territory: z.strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    radiusKm: z.number().positive().max(1_000),
  }),
  territoryNameGenitive: line,
});

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'має бути на зразок 08:00', abort: true });

/** A daily window; both together leave most of the day free, so that a broadcast never waits for ever. */
function dailyWindow(maxHours: number) {
  return z
    .strictObject({ from: clock, to: clock })
    .refine(
      (window) => window.from !== window.to && windowMinutes(window) <= maxHours * 60,
      `має тривати не довше ніж ${maxHours} год`,
    );
}

/** When broadcasts leave, and who must approve them. */
const broadcasts = z.strictObject({
  /** null: none */
  quietHours: dailyWindow(16).nullable(),
  /** Around the daily minute of silence; null: none */
  silence: dailyWindow(1).nullable(),
  /** How long the console lets an approval be taken back, in seconds */
  undoSeconds: z.int().min(0).max(600),
  /** Kinds that another person than their last editor must approve; `alert` always is one */
  secondPersonKinds: z
    .array(z.enum(BROADCAST_KINDS))
    .max(100)
    .transform((kinds) => [...new Set(kinds)]),
  /** Account that may stand in as the second person whatever its role; null: nobody */
  substituteId: z
    .string()
    .regex(/^[0-9a-f]{24}$/, 'має бути обліковим записом працівника')
    .nullable(),
  /** A broadcast that could not leave for longer than this is stale, in minutes */
  staleAfterMinutes: z
    .int()
    .min(5)
    .max(7 * 24 * 60),
});

const staleAction = z.enum(STALE_ACTIONS);
/** What happens to a stale broadcast, by kind. */
const staleBroadcasts = z.strictObject({
  news: staleAction,
  announcement: staleAction,
  greeting: staleAction,
  anons: staleAction,
  act: staleAction,
  video: staleAction,
  article: staleAction,
  'event-report': staleAction,
  alert: staleAction,
} satisfies Record<(typeof BROADCAST_KINDS)[number], typeof staleAction>);

/** What Viber takes for messages outside a session, see `PriceTerms`; off while there is neither a price nor a quota. */
const viber = z.strictObject({
  /** Euro; 0: none */
  pricePerMessage: euros(10, 4),
  freePerMonth: z.int().min(0).max(100_000_000),
  /** Euro; null: no limit */
  monthlyBudget: euros(1_000_000, 2).nullable(),
  onlyImportant: z.boolean(),
});

function euros(max: number, decimals: number) {
  const step = 10 ** decimals;
  return z
    .number()
    .min(0)
    .max(max)
    .refine(
      (value) => Math.round(value * step) / step === value,
      `не більше ніж ${decimals} знаки після коми`,
    );
}

const template = (max: number, complaint: (text: string) => string | undefined) =>
  plainText(max)
    .min(1)
    .superRefine((text, context) => {
      const message = complaint(text);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });
const TITLE_TEMPLATE_MAX = 100;
const TEXT_TEMPLATE_MAX = 2_000;

/** Drafts that the calendar opens by itself, and what they are made from (`greeting-template.ts`). */
const greetings = z.strictObject({
  openDrafts: z.boolean(),
  /** How many days before the holiday */
  openDaysBefore: z.int().min(0).max(30),
  title: template(TITLE_TEMPLATE_MAX, templateComplaint),
  text: template(TEXT_TEMPLATE_MAX, templateComplaint),
  memorialTitle: template(TITLE_TEMPLATE_MAX, memorialComplaint),
  memorialText: template(TEXT_TEMPLATE_MAX, memorialComplaint),
});

const day = z.iso.date({ error: 'має бути днем на зразок 2026-11-23' });

/** Days on which no greeting is opened or leaves; the list is given whole. */
const mourning = z.strictObject({
  periods: z
    .array(
      z
        .strictObject({ from: day, to: day, reason: line })
        .refine(({ from, to }) => from <= to, { path: ['to'], error: 'має бути не раніше за початок' }),
    )
    .max(200),
});

/** How appeals get into the office's register: at once in office hours, or by a person with an incoming number. */
export const REGISTRATION_MODES = ['automatic', 'by-person'] as const;
export type RegistrationMode = (typeof REGISTRATION_MODES)[number];

/** The office that registers appeals. */
const office = z.strictObject({
  registration: z.enum(REGISTRATION_MODES),
  /** The last day of martial law; null while it lasts */
  martialLawUntil: day.nullable(),
  /** When moderators' look at the queue is made on working mornings */
  digestAt: clock,
  /** Days that it works, or does not, against the calendar; the list is given whole */
  exceptions: z
    .array(z.strictObject({ day, isWorking: z.boolean(), reason: optionalLine }))
    .max(400)
    .refine(
      (days) => new Set(days.map((exception) => exception.day)).size === days.length,
      'день названо двічі',
    ),
});

/** Answers to citizens. */
const appeals = z.strictObject({
  /** A moderator only drafts an answer: the head or a named signer sends it */
  signatureRequired: z.boolean(),
  /** Accounts that may sign beside heads and administrators */
  signerIds: z
    .array(z.string().regex(/^[0-9a-f]{24}$/, 'має бути обліковим записом працівника'))
    .max(50)
    .transform((ids) => [...new Set(ids)]),
  /** Who hears complaints about a refusal, as it stands after «до» */
  complaintsTo: line,
});

/** How the chat answers people. */
const chat = z.strictObject({
  /** Messages of one person in a minute; of more nothing is lost, but they are answered later (E7) */
  piecesPerMinute: z.int().min(20).max(1_000),
});

/** How long things are kept, see `PERIODS`; a term outside its bounds is refused with the reason. */
const retention = z.strictObject(
  // Built from PERIODS, so every period is there.
  Object.fromEntries(
    Object.entries(PERIODS).map(([name, { min, max, because }]) => [
      name,
      z.int().min(min, because).max(max, because),
    ]),
  ) as Record<PeriodName, z.ZodInt>,
);

/** Streets with their former names, so that an old address is understood; the list is given whole. */
const streets = z.strictObject({
  items: z
    .array(z.strictObject({ name: line, formerNames: z.array(line).max(10).readonly() }))
    .max(2_000)
    .readonly(),
});

/** Words by which appeals find their department, see `RoutingRule`; the list is given whole. */
const routing = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        words: z.array(plainText(60).min(2)).min(1).max(60),
        departmentId: line,
        category: z.enum(APPEAL_CATEGORIES).optional(),
      }),
    )
    .max(200),
});

/** What staff can change without a developer; every field may be given alone. */
export const settingsInput = z
  .strictObject({
    organisation: organisation.partial(),
    office: office.partial(),
    routing: routing.partial(),
    broadcasts: broadcasts.partial(),
    staleBroadcasts: staleBroadcasts.partial(),
    viber: viber.partial(),
    report: reportSettings.partial(),
    greetings: greetings.partial(),
    mourning: mourning.partial(),
    streets: streets.partial(),
    topics: topicSettings.partial(),
    appeals: appeals.partial(),
    retention: retention.partial(),
    chat: chat.partial(),
  })
  .partial();
export type SettingsInput = z.output<typeof settingsInput>;

/** All settings as they stand. */
export const settingsValues = z.strictObject({
  organisation,
  office,
  routing,
  broadcasts,
  staleBroadcasts,
  viber,
  mourning,
  streets,
  topics: topicSettings,
  report: reportSettings,
  greetings,
  appeals,
  retention,
  chat,
});
export type SettingsValues = z.output<typeof settingsValues>;
