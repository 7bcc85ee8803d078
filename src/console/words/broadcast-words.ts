import type { BroadcastKind, BroadcastStatus } from '../../domain/broadcast.js';
import type { BadgeTone } from '../components/badge.js';

export const BROADCAST_KIND_WORDS: Readonly<Record<BroadcastKind, string>> = {
  news: 'Новина',
  announcement: 'Оголошення',
  greeting: 'Привітання',
  anons: 'Анонс',
  act: 'Проєкт рішення або акт',
  video: 'Відео',
  article: 'Стаття',
  'event-report': 'Звіт про подію',
  alert: 'Попередження про небезпеку',
};

export const BROADCAST_STATUS_WORDS: Readonly<Record<BroadcastStatus, string>> = {
  draft: 'Чернетка',
  approved: 'Затверджено',
  scheduled: 'Заплановано',
  sending: 'Надсилається',
  paused: 'Призупинено',
  finished: 'Завершено',
  cancelled: 'Скасовано',
};

/** The colour of a status, the same on every page: it only repeats what the word says. */
export const BROADCAST_STATUS_TONES: Readonly<Record<BroadcastStatus, BadgeTone>> = {
  draft: 'quiet',
  approved: 'ok',
  scheduled: 'ok',
  sending: 'ok',
  paused: 'warn',
  finished: 'quiet',
  cancelled: 'quiet',
};
