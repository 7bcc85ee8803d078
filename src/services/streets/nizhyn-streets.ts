import type { Street } from '../../domain/streets.js';

/**
 * Streets of Nizhyn renamed by the city council on 29 August 2022, as far as the press named both names. The council
 * renamed 56 that day; staff add the rest in the settings.
 *
 * @see https://siver.com.ua/news/uzhe_i_v_nizhini_e_vulicja_levka_luk_39_janenka/2022-08-29-31541
 */
export const NIZHYN_STREETS: readonly Street[] = [
  { name: 'вул. Левка Лук’яненка', formerNames: ['вул. Пржевальського'] },
  { name: 'вул. Володимира Сосюри', formerNames: ['вул. Декабристів'] },
  { name: 'вул. Ліцейська', formerNames: ['вул. Горького'] },
  { name: 'вул. Миколи Лисенка', formerNames: ['вул. Пушкіна'] },
];
