import type { Appeal, AppealStatus } from '../../src/domain/appeal.js';
import { APPEAL_CATEGORIES } from '../../src/domain/appeal.js';
import { NIZHYN_DEPARTMENTS } from '../../src/services/appeals/nizhyn-departments.js';

const HOUR_MS = 60 * 60_000;
const STREETS = ['Шевченка', 'Гоголя', 'Космонавтів', 'Незалежності', 'Козача', 'Прилуцька', 'Московська'];
const TROUBLES = [
  'Не світить ліхтар',
  'Яма на дорозі',
  'Не вивозять сміття з двору',
  'Немає гарячої води',
  'Аварійне дерево нависає над тротуаром',
  'Тече дах',
  'Безпритульні собаки біля школи',
  'Як оформити субсидію',
];
const STATUSES: readonly AppealStatus[] = ['registered', 'in-progress', 'answered', 'closed'];

/** One appeal of a large city's register: the same number always gives the same one. @param isOpen all still wait */
export function registeredAppeal(at: number, now: Date, isOpen: boolean): Appeal {
  const receivedAt = new Date(now.getTime() - (at % 700) * HOUR_MS);
  const street = STREETS[at % STREETS.length] ?? '';
  const trouble = TROUBLES[(at * 7) % TROUBLES.length] ?? '';
  const text = `${trouble} на вулиці ${street}, будинок ${1 + (at % 90)}. Прошу вжити заходів, бо це триває вже кілька тижнів, а сусіди скаржаться. Заявка ${at}.`;
  const status = isOpen ? 'registered' : (STATUSES[at % STATUSES.length] ?? 'closed');
  return {
    number: `Н-2026-${String(at).padStart(6, '0')}`,
    channel: at % 5 === 0 ? 'viber' : 'telegram',
    subscriberId: `subscriber-${at % 9_000}`,
    address: String(at),
    door: 'official',
    applicant: {
      fullName: `Іваненко Марія ${at % 500}`,
      residence: `м. Ніжин, вул. ${street}, ${1 + (at % 90)}`,
    },
    category: APPEAL_CATEGORIES[at % APPEAL_CATEGORIES.length] ?? 'other',
    departmentId: NIZHYN_DEPARTMENTS[at % NIZHYN_DEPARTMENTS.length]?.id ?? '',
    place: undefined,
    status,
    assigneeId: at % 3 === 0 ? `moderator-${at % 10}` : undefined,
    receivedAt,
    registeredAt: receivedAt,
    dueAt: new Date(receivedAt.getTime() + 30 * 24 * HOUR_MS),
    subject: `${trouble} на вулиці ${street}`,
    messages: [{ id: `message-${at}`, from: 'citizen', text, files: [], at: receivedAt }],
    notes: [],
    history: [{ status: 'registered', at: receivedAt, by: 'system' }],
    rating: undefined,
  };
}
