import { MATERIAL_KINDS } from '../../domain/report/publication-lists.js';
import type { ReportNames } from '../../domain/report/wording.js';
import type { SettingsValues } from '../settings/input.js';

/** The department's own words in its report of March 2021. */
const IN_2021: ReportNames = {
  validFrom: '2020-12-01',
  departmentGenitive: 'відділу інформаційно-аналітичної роботи та комунікацій з громадськістю',
  organGenitive: 'виконавчого комітету Ніжинської міської ради',
  councilName: 'Ніжинська міська рада',
  councilNameGenitive: 'Ніжинської міської ради',
  cityLocative: 'Ніжині',
  addresseeGenitive:
    'Департаменту інформаційної діяльності та комунікацій з громадськістю Чернігівської обласної державної адміністрації',
  videoSource: 'ДКП ТРК «Ніжинське телебачення»',
  signerPost: 'Начальник відділу',
  signerName: '',
};

/** Nizhyn, the first user; the administrations became military ones on 24 February 2022 (decree 68/2022). */
export const DEFAULT_REPORT_SETTINGS: SettingsValues['report'] = {
  names: [
    IN_2021,
    {
      ...IN_2021,
      validFrom: '2022-02-24',
      addresseeGenitive:
        'Департаменту інформаційної діяльності та комунікацій з громадськістю Чернігівської обласної військової адміністрації',
    },
  ],
  materialKinds: [...MATERIAL_KINDS],
  saysWhenEmpty: false,
};
