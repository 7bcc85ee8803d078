import { USUAL_PERIODS } from '../../domain/retention.js';
import type { BUILT_IN_TOPICS, TopicInfo } from '../../domain/topic.js';
import { NIZHYN_ROUTING } from '../appeals/nizhyn-routing.js';
import { DEFAULT_REPORT_SETTINGS } from '../reports/default-settings.js';
import { NIZHYN_STREETS } from '../streets/nizhyn-streets.js';
import type { SettingsValues } from './input.js';

/** Nizhyn, the first user; another hromada writes its own. The phone is the government's line, true anywhere. */
export const DEFAULT_SETTINGS: SettingsValues = {
  organisation: {
    councilName: 'Ніжинська міська рада',
    councilNameGenitive: 'Ніжинської міської ради',
    dataOwner: 'виконавчий комітет Ніжинської міської ради',
    cityName: 'Ніжин',
    address: 'Площа ім. Івана Франка, 1',
    phone: '1545 (урядова гаряча лінія)',
    officeHours: '8:00–17:00',
    lunchBreak: '13:00–14:00',
    territory: { latitude: 51.048, longitude: 31.886, radiusKm: 20 },
    territoryNameGenitive: 'Ніжинської громади',
  },
  office: { registration: 'automatic', digestAt: '08:00', martialLawUntil: null, exceptions: [] },
  routing: { rules: NIZHYN_ROUTING.map((rule) => ({ ...rule, words: [...rule.words] })) },
  broadcasts: {
    quietHours: { from: '21:00', to: '08:00' },
    silence: { from: '08:58', to: '09:02' },
    undoSeconds: 20,
    secondPersonKinds: [],
    substituteId: null,
    staleAfterMinutes: 60,
  },
  // Staff decide where the words may have become untrue: a danger that has passed, a cut-off that is over, an event
  // that has begun. A late greeting only embarrasses. The rest is news a day later, too.
  staleBroadcasts: {
    news: 'send',
    announcement: 'ask',
    greeting: 'skip',
    anons: 'ask',
    act: 'send',
    video: 'send',
    article: 'send',
    'event-report': 'send',
    alert: 'ask',
  },
  viber: { pricePerMessage: 0, freePerMonth: 0, monthlyBudget: null, onlyImportant: false },
  greetings: {
    openDrafts: true,
    openDaysBefore: 3,
    title: 'Привітання з нагоди {родовий}',
    text: 'Шановні ніжинці!\n\nЩиро вітаємо з {орудний}!\n\nЗичимо миру, міцного здоров’я, злагоди в родинах і здійснення задуманого.',
    memorialTitle: '{назва}',
    memorialText: 'Шановні ніжинці!\n\nСьогодні – {назва}.\n\nПам’ятаємо. Шануємо.',
  },
  mourning: { periods: [] },
  streets: { items: NIZHYN_STREETS },
  report: DEFAULT_REPORT_SETTINGS,
  topics: {
    items: [
      topic('news', 'Новини міста', 'City news'),
      topic('utilities', 'Вода, світло, тепло, дороги', 'Water, power, heating, roads'),
      topic('events', 'Анонси подій', 'Upcoming events'),
      topic('acts', 'Проєкти рішень', 'Draft decisions'),
      topic('petitions', 'Петиції та бюджет', 'Petitions and budget'),
      topic('greetings', 'Привітання', 'Greetings'),
    ],
  },
  appeals: { signatureRequired: false, signerIds: [], complaintsTo: 'Ніжинської міської ради' },
  retention: USUAL_PERIODS,
  chat: { piecesPerMinute: 100 },
};

function topic(id: (typeof BUILT_IN_TOPICS)[number], uk: string, en: string): TopicInfo {
  return { id, names: { uk, en }, isHidden: false };
}
