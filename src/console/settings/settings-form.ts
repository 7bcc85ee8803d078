import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import { namesOn, type ReportNames } from '../../domain/report/wording.js';
import { PERIODS } from '../../domain/retention.js';
import { DEFAULT_SETTINGS } from '../../services/settings/defaults.js';
import { type SettingsInput, type SettingsValues, settingsInput } from '../../services/settings/input.js';
import { complaintsOf, type FieldErrors, formText, list } from '../forms.js';
import { exceptionRows } from './office-exceptions.js';
import { routingField, routingRows } from './routing-rows.js';
import { SETTINGS_COMPLAINTS } from './settings-complaints.js';
import { topicRows, topicsOf } from './topic-rows.js';

/** What is set on a page of its own each. */
export const SETTINGS_SECTIONS = [
  'organisation',
  'answers',
  'office',
  'routing',
  'topics',
  'hours',
  'approval',
  'lateness',
  'viber',
  'greetings',
  'report',
  'retention',
  'chat',
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

export type SettingsResult =
  | { readonly ok: true; readonly input: SettingsInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** The report's names that the form holds; `validFrom` says which edition they are. */
const REPORT_NAMES = [
  'validFrom',
  'departmentGenitive',
  'organGenitive',
  'councilName',
  'councilNameGenitive',
  'cityLocative',
  'addresseeGenitive',
  'videoSource',
  'signerPost',
  'signerName',
] as const satisfies readonly (keyof ReportNames)[];

/** After every day that names can begin on. */
const LAST_DAY = '9999-12-31';

const WINDOWS = ['quietHours', 'silence'] as const;

/**
 * The settings as a browser would send them: a field's name is the setting's path, e.g. `organisation.phone`.
 *
 * @param namesDay `YYYY-MM-DD`: the report's names as they were that day; the newest by default
 */
export function typedSettings(values: SettingsValues, namesDay = LAST_DAY): FormData {
  const form = new FormData();
  const { names, saysWhenEmpty } = values.report;
  append(form, '', { ...values, report: { ...namesOn(names, namesDay), saysWhenEmpty } });
  for (const [at, { words }] of values.routing.rules.entries())
    form.set(routingField(at, 'words'), words.join(', '));
  if (!saysWhenEmpty) form.delete('report.saysWhenEmpty');
  if (!values.appeals.signatureRequired) form.delete('appeals.signatureRequired');
  for (const name of WINDOWS) {
    const path = `broadcasts.${name}`;
    // One that is off shows the usual hours, so that switching it on is enough.
    if (values.broadcasts[name] === null) append(form, path, DEFAULT_SETTINGS.broadcasts[name]);
    else form.append(path, 'on');
  }
  // What is off is empty, and asks to be filled in.
  for (const name of ['pricePerMessage', 'freePerMonth'])
    if (form.get(`viber.${name}`) === '0') form.delete(`viber.${name}`);
  return form;
}

/**
 * Turns what was sent into what the service takes, or says field by field what is wrong.
 *
 * @param values the settings as they stand
 */
export function parseSettings(
  section: SettingsSection,
  form: FormData,
  values: SettingsValues,
): SettingsResult {
  const parsed = settingsInput.safeParse(READERS[section](form, values));
  if (parsed.success) return { ok: true, input: parsed.data };
  const fieldOf = ({ path }: { readonly path: readonly PropertyKey[] }) =>
    path
      .join('.')
      .replace(/^report\.names\.\d+/, 'report')
      .replace(/(?<=^routing\.rules\.\d+\.words)\.\d+$/, '')
      .replace(/(?<=^topics\.items\.\d+)\.id$/, '.names.en');
  return { ok: false, errors: complaintsOf(parsed.error, fieldOf, SETTINGS_COMPLAINTS) };
}

/** Reads a section's settings, whatever was typed. */
const READERS: Readonly<Record<SettingsSection, (form: FormData, values: SettingsValues) => unknown>> = {
  organisation: (form) => {
    const text = (name: string): string => formText(form, `organisation.${name}`);
    const number = (name: string): number => formNumber(form, `organisation.territory.${name}`);
    return {
      organisation: {
        councilName: text('councilName'),
        councilNameGenitive: text('councilNameGenitive'),
        dataOwner: text('dataOwner'),
        cityName: text('cityName'),
        address: text('address'),
        phone: text('phone'),
        officeHours: withLongDash(text('officeHours')),
        lunchBreak: withLongDash(text('lunchBreak')),
        territory: {
          latitude: number('latitude'),
          longitude: number('longitude'),
          radiusKm: number('radiusKm'),
        },
        territoryNameGenitive: text('territoryNameGenitive'),
      },
    };
  },
  answers: (form) => ({
    appeals: {
      signatureRequired: form.has('appeals.signatureRequired'),
      signerIds: list(form, 'appeals.signerIds'),
      complaintsTo: formText(form, 'appeals.complaintsTo'),
    },
  }),
  office: (form) => ({
    office: {
      registration: formText(form, 'office.registration'),
      digestAt: formText(form, 'office.digestAt'),
      martialLawUntil: formText(form, 'office.martialLawUntil') || null,
      exceptions: exceptionRows(form).map((row) => ({ ...row, isWorking: row.isWorking === 'true' })),
    },
  }),
  routing: (form) => ({
    routing: {
      rules: routingRows(form).map(({ words, departmentId, category }) => ({
        words: words.split(',').map((word) => word.trim()),
        departmentId,
        ...(category === '' ? {} : { category }),
      })),
    },
  }),
  chat: (form) => ({ chat: { piecesPerMinute: formNumber(form, 'chat.piecesPerMinute') } }),
  retention: (form) => ({
    retention: Object.fromEntries(
      Object.keys(PERIODS).map((name) => [name, formNumber(form, `retention.${name}`)]),
    ),
  }),
  topics: (form) => ({ topics: { items: topicsOf(topicRows(form)) } }),
  hours: (form) => ({
    broadcasts: {
      quietHours: formWindow(form, 'broadcasts.quietHours'),
      silence: formWindow(form, 'broadcasts.silence'),
    },
  }),
  approval: (form) => ({
    broadcasts: {
      undoSeconds: formNumber(form, 'broadcasts.undoSeconds'),
      secondPersonKinds: list(form, 'broadcasts.secondPersonKinds'),
      substituteId: formText(form, 'broadcasts.substituteId') || null,
    },
  }),
  lateness: (form) => ({
    broadcasts: { staleAfterMinutes: formNumber(form, 'broadcasts.staleAfterMinutes') },
    staleBroadcasts: Object.fromEntries(
      BROADCAST_KINDS.map((kind) => [kind, formText(form, `staleBroadcasts.${kind}`)]),
    ),
  }),
  viber: (form) => ({
    viber: {
      pricePerMessage: formNumber(form, 'viber.pricePerMessage', 0),
      freePerMonth: formNumber(form, 'viber.freePerMonth', 0),
      monthlyBudget: formNumber(form, 'viber.monthlyBudget', null),
      onlyImportant: form.has('viber.onlyImportant'),
    },
  }),
  greetings: (form) => ({
    greetings: {
      openDrafts: form.has('greetings.openDrafts'),
      openDaysBefore: formNumber(form, 'greetings.openDaysBefore'),
      title: formText(form, 'greetings.title'),
      text: formText(form, 'greetings.text'),
      memorialTitle: formText(form, 'greetings.memorialTitle'),
      memorialText: formText(form, 'greetings.memorialText'),
    },
  }),
  report: (form, { report }) => {
    const names = Object.fromEntries(REPORT_NAMES.map((name) => [name, formText(form, `report.${name}`)]));
    const others = report.names.filter(({ validFrom }) => validFrom !== names.validFrom);
    return { report: { names: [...others, names], saysWhenEmpty: form.has('report.saysWhenEmpty') } };
  },
};

function append(form: FormData, path: string, value: unknown): void {
  if (value === null) return;
  if (Array.isArray(value))
    for (const [at, item] of value.entries())
      if (typeof item === 'object') append(form, `${path}.${at}`, item);
      else form.append(path, String(item));
  else if (typeof value === 'object')
    for (const [key, inner] of Object.entries(value ?? {}))
      append(form, path === '' ? key : `${path}.${key}`, inner);
  else form.append(path, String(value));
}

/** «51,048» as well as «51.048», `empty` for nothing; NaN, which no schema takes, for anything else. */
function formNumber<Empty = number>(
  form: FormData,
  name: string,
  empty: Empty | number = Number.NaN,
): Empty | number {
  const text = formText(form, name);
  return text === '' ? empty : Number(text.replace(',', '.'));
}

function formWindow(form: FormData, name: string) {
  if (!form.has(name)) return null;
  return { from: formText(form, `${name}.from`), to: formText(form, `${name}.to`) };
}

/** «8:00-17:00», as a keyboard has it, becomes «8:00–17:00». */
function withLongDash(hours: string): string {
  return hours.replace(/\s*[-–—]\s*/, '–');
}
