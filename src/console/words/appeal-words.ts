import type {
  AppealCategory,
  AppealDoor,
  AppealFile,
  AppealNature,
  AppealNotice,
  AppealStatus,
  EscalationStage,
  MissingDetail,
  Rating,
} from '../../domain/appeal.js';
import type { QuarantineReason } from '../../domain/suspicion.js';
import type { Resolution } from '../../services/appeals/appeals.js';

/** The title of an appeal in lists: one that came as a photo or a voice message has no words of its own. */
export function subjectWords(subject: string): string {
  return subject || 'Без тексту, лише вкладення';
}

export const APPEAL_STATUS_WORDS: Readonly<Record<AppealStatus, string>> = {
  received: 'Отримано',
  registered: 'Зареєстровано',
  'in-progress': 'В роботі',
  'awaiting-signature': 'На підписі',
  forwarded: 'Надіслано за належністю',
  'needs-details': 'Потрібне уточнення',
  extended: 'Строк продовжено',
  answered: 'Надано відповідь',
  explained: 'Роз’яснено',
  refused: 'Відмовлено',
  returned: 'Повернуто',
  withdrawn: 'Відкликано',
  closed: 'Закрито',
};

/** Why somebody is told of an appeal's term. */
export const ESCALATION_WORDS: Readonly<Record<EscalationStage, string>> = {
  half: 'минула половина строку',
  'two-days': 'строк спливає за два дні або раніше',
  overdue: 'строк минув',
};

export const CATEGORY_WORDS: Readonly<Record<AppealCategory, string>> = {
  roads: 'Дороги й тротуари',
  lighting: 'Освітлення вулиць',
  utilities: 'Вода, тепло, світло',
  yards: 'Двори, дерева, сміття',
  welfare: 'Допомога, субсидії, пільги',
  other: 'Інше',
};

export const DOOR_WORDS: Readonly<Record<AppealDoor, string>> = {
  official: 'Офіційно',
  private: 'Офіційно, без оприлюднення',
  anonymous: 'Анонімно',
};

export const NATURE_WORDS: Readonly<Record<AppealNature, string>> = {
  proposal: 'Пропозиція (зауваження)',
  statement: 'Заява (клопотання)',
  complaint: 'Скарга',
};

export const RATING_WORDS: Readonly<Record<Rating, string>> = {
  solved: 'Так, питання вирішено',
  partly: 'Вирішено частково',
  unsolved: 'Ні, не вирішено',
};

export const RESOLUTION_WORDS: Readonly<Record<Resolution, string>> = {
  answered: 'Питання вирішено, відповідь надано',
  explained: 'Надано роз’яснення',
  refused: 'Відмовлено з поясненням',
};

/** What the office told the citizen beside answers. */
export const NOTICE_WORDS: Readonly<Record<AppealNotice, string>> = {
  registered: 'про реєстрацію',
  forwarded: 'про надсилання за належністю',
  details: 'прохання доповнити',
  reviewed: 'про перевірку відповіді',
  question: 'запитання заявнику',
  extended: 'про продовження строку',
  joined: 'про звернення інших мешканців',
  returned: 'про повернення',
};

/** Why it waits for a person. */
export const QUARANTINE_WORDS: Readonly<Record<QuarantineReason, string>> = {
  invitation: 'у тексті посилання на чат або скорочене посилання',
  'easy-job': 'текст схожий на оголошення про «легкий заробіток»',
  blocked: 'відправника заблоковано',
};

/** Of an appeal that may show what the enemy must not know. */
export const LIMITED_WORDS = 'Обмежений доступ';

export const FILE_KIND_WORDS: Readonly<Record<AppealFile['kind'], string>> = {
  photo: 'Фото',
  voice: 'Голосове повідомлення',
  audio: 'Аудіо',
  video: 'Відео',
  document: 'Документ',
};

/** What an appeal lacks, as it stands after «бракує». */
export const MISSING_WORDS: Readonly<Record<MissingDetail, string>> = {
  fullName: 'прізвища, імені та по батькові',
  residence: 'місця проживання',
  place: 'точного місця',
  substance: 'суті питання',
  documents: 'документів',
};
