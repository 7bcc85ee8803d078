import type { AppealForm, DialogueState, Screen, ScreenId } from '../../../../src/services/dialogue/state.js';
import { FORM_STEPS, type FormStep, initialState } from '../../../../src/services/dialogue/state.js';
import { aDraftAct, anAppeal, aPhoto, MONDAY_MORNING, Resident } from './resident.js';

const number = 'Н-2026-000123';

/** A form with everything in it. */
export const fullForm: AppealForm = {
  id: 'k3f9',
  startedAt: MONDAY_MORNING.toISOString(),
  savedAt: MONDAY_MORNING.toISOString(),
  step: 'review',
  path: ['describe'],
  texts: [{ messageId: 'f1', text: 'Не горить ліхтар' }],
  files: [{ messageId: 'f2', file: aPhoto().file }],
  category: 'lighting',
  place: { address: 'вул. Шевченка, 12' },
  door: 'official',
  fullName: 'Іваненко Марія Петрівна',
  residence: 'Ніжин',
  answered: ['danger'],
};

const formScreens = Object.fromEntries(FORM_STEPS.map((id) => [id, { id }])) as Record<FormStep, Screen>;

/** One example of every screen: a screen that is missing here does not compile. */
const EXAMPLES: Readonly<Record<ScreenId, Screen>> = {
  ...formScreens,
  welcome: { id: 'welcome' },
  'data-details': { id: 'data-details' },
  'welcome-back': { id: 'welcome-back' },
  topics: { id: 'topics', preselected: [] },
  'topic-choice': { id: 'topic-choice', chosen: ['news', 'acts'] },
  'topics-chosen': { id: 'topics-chosen', chosen: ['news'] },
  stopped: { id: 'stopped' },
  less: { id: 'less', topic: 'news' },
  menu: { id: 'menu' },
  help: { id: 'help' },
  'call-back': { id: 'call-back' },
  'data-copy': { id: 'data-copy' },
  'which-consent': { id: 'which-consent' },
  'edit-data': { id: 'edit-data' },
  'edit-applicant-name': { id: 'edit-applicant-name' },
  'edit-residence': { id: 'edit-residence' },
  'edit-profile-name': { id: 'edit-profile-name' },
  draft: { id: 'draft', draft: aDraftAct() },
  settings: { id: 'settings' },
  'delivery-mode': { id: 'delivery-mode' },
  language: { id: 'language' },
  'my-data': { id: 'my-data' },
  'erase-data': { id: 'erase-data' },
  news: { id: 'news', page: 0 },
  'offer-appeal': { id: 'offer-appeal' },
  'offer-addition': { id: 'offer-addition', number },
  'which-appeal': { id: 'which-appeal', page: 0 },
  'keep-form': { id: 'keep-form' },
  unfinished: { id: 'unfinished' },
  accepted: { id: 'accepted', place: { address: 'вул. Шевченка, 12' } },
  'my-appeals': { id: 'my-appeals', page: 0 },
  'appeal-card': { id: 'appeal-card', number },
  addition: { id: 'addition', number },
  correspondence: { id: 'correspondence', number },
  withdraw: { id: 'withdraw', number },
  'what-remains': { id: 'what-remains', number, rating: 'partly' },
  'change-rating': { id: 'change-rating', number, rating: 'solved' },
  rate: { id: 'rate', number },
};

/** Every screen, in the order of the dialogue's table. */
export const everyScreen: readonly Screen[] = Object.values(EXAMPLES);

/** A resident with an open appeal, news of today and an unfinished form, who stands at that screen. */
export function residentAt(screen: Screen, locale: 'uk' | 'en' = 'uk'): Resident {
  const resident = Resident.subscribed(locale);
  const offered = screen.id.startsWith('offer') || screen.id === 'which-appeal';
  const state: DialogueState = {
    ...initialState,
    screen,
    form: fullForm,
    kept: offered ? fullForm : undefined,
  };
  resident.state = state;
  resident.knownApplicant = { fullName: 'Іваненко Марія Петрівна', residence: 'Ніжин' };
  resident.appeals = Array.from({ length: 7 }, (_, index) =>
    anAppeal(index === 0 ? {} : { number: `Н-2026-00010${index}`, open: index < 3 }),
  );
  resident.news = {
    day: '2026-11-23',
    items: Array.from({ length: 7 }, (_, index) => ({
      title: `Новина ${index}`,
      url: index % 2 === 0 ? `https://nizhynrada.gov.ua/${index}` : undefined,
      openingWords: `Новина ${index}. Її перші слова…`,
      at: MONDAY_MORNING,
    })),
  };
  return resident;
}
