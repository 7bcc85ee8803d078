import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import { PERIODS } from '../../domain/retention.js';
import { TOPICS_MAX } from '../../services/topics/input.js';
import type { FieldErrors } from '../forms.js';

const EMPTY = 'Заповніть це поле.';
const HOURS = 'Вкажіть години, наприклад 8:00–17:00.';
const TEMPLATE = 'Назвіть свято словами {назва}, {родовий} або {орудний}. Інших фігурних дужок не має бути.';
const MEMORIAL = `У дні пам’яті не вітають: приберіть вітальні слова й емодзі. ${TEMPLATE}`;
const TOPIC_NAME = 'Напишіть назву, до 30 знаків. Дві теми не можуть зватися однаково.';
const CLOCK = 'Вкажіть час, наприклад 08:00.';

/** What to say of a field that is wrong, by its name. */
export const SETTINGS_COMPLAINTS: FieldErrors = {
  'organisation.councilName': EMPTY,
  'organisation.councilNameGenitive': EMPTY,
  'organisation.dataOwner': EMPTY,
  'organisation.territoryNameGenitive': EMPTY,
  'organisation.officeHours': HOURS,
  'organisation.lunchBreak': HOURS,
  'organisation.territory.latitude': 'Вкажіть широту від −90 до 90, наприклад 51.048.',
  'organisation.territory.longitude': 'Вкажіть довготу від −180 до 180, наприклад 31.886.',
  'organisation.territory.radiusKm': 'Вкажіть кілометри: більше за 0, не більше за 1000.',
  'appeals.signerIds': 'Оберіть працівників зі списку.',
  'appeals.complaintsTo': EMPTY,
  ...Object.fromEntries(
    Array.from({ length: 200 }, (_, at) => [
      `routing.rules.${at}.words`,
      'Кожне слово – від 2 до 60 літер, через кому.',
    ]),
  ),
  'topics.items': 'Тем може бути не більше ніж 12, і хоча б одну треба пропонувати.',
  ...Object.fromEntries(
    Array.from({ length: TOPICS_MAX }, (_, at) => [
      [`topics.items.${at}.names.uk`, TOPIC_NAME],
      [`topics.items.${at}.names.en`, `${TOPIC_NAME} Пишіть латинськими літерами.`],
    ]).flat(),
  ),
  'office.registration': 'Оберіть, хто реєструє звернення.',
  'office.digestAt': CLOCK,
  'office.martialLawUntil': 'Вкажіть день або залиште порожнім.',
  'office.exceptions': 'Один день записано двічі. Залиште один рядок.',
  'broadcasts.quietHours': 'Тихі години мають тривати не довше ніж 16 годин.',
  'broadcasts.quietHours.from': CLOCK,
  'broadcasts.quietHours.to': CLOCK,
  'broadcasts.silence': 'Перерва на хвилину мовчання має тривати не довше ніж годину.',
  'broadcasts.silence.from': CLOCK,
  'broadcasts.silence.to': CLOCK,
  'broadcasts.undoSeconds': 'Вкажіть секунди, від 0 до 600.',
  'broadcasts.substituteId': 'Оберіть працівника зі списку.',
  'broadcasts.staleAfterMinutes': 'Вкажіть хвилини, від 5 до 10 080 (тиждень).',
  'viber.pricePerMessage': 'Вкажіть євро, від 0 до 10, не більше ніж чотири знаки після коми: 0,0196.',
  ...Object.fromEntries(
    Object.entries(PERIODS).map(([name, { min, max, because }]) => [
      `retention.${name}`,
      `Вкажіть ціле число від ${min} до ${max}. ${because}`,
    ]),
  ),
  'chat.piecesPerMinute': 'Вкажіть ціле число від 20 до 1000.',
  'greetings.openDaysBefore': 'Вкажіть дні, від 0 до 30.',
  'greetings.title': TEMPLATE,
  'greetings.text': TEMPLATE,
  'greetings.memorialTitle': MEMORIAL,
  'greetings.memorialText': MEMORIAL,
  'report.validFrom': 'Вкажіть день.',
  'report.departmentGenitive': EMPTY,
  'report.organGenitive': EMPTY,
  'report.councilName': EMPTY,
  'report.councilNameGenitive': EMPTY,
  'report.cityLocative': EMPTY,
  'report.addresseeGenitive': EMPTY,
  'report.videoSource': EMPTY,
  'report.signerPost': EMPTY,
  'viber.freePerMonth': 'Вкажіть ціле число, від 0 до 100 000 000.',
  'viber.monthlyBudget': 'Вкажіть євро, від 0 до 1 000 000, з точністю до цента: 50,00.',
  ...Object.fromEntries(BROADCAST_KINDS.map((kind) => [`staleBroadcasts.${kind}`, 'Оберіть зі списку.'])),
};
