/** Names the report is written with; they change by date, and an old report keeps its own. */
export interface ReportNames {
  /** First calendar day they are true on, `YYYY-MM-DD` */
  readonly validFrom: string;
  /** «відділу інформаційно-аналітичної роботи та комунікацій з громадськістю» */
  readonly departmentGenitive: string;
  /** «виконавчого комітету Ніжинської міської ради» */
  readonly organGenitive: string;
  readonly councilName: string;
  readonly councilNameGenitive: string;
  /** «Ніжині» */
  readonly cityLocative: string;
  /** Who is informed: «Департаменту … обласної державної адміністрації» */
  readonly addresseeGenitive: string;
  /** Whose videos the site shows: «ДКП ТРК «Ніжинське телебачення»» */
  readonly videoSource: string;
  /** «Начальник відділу» */
  readonly signerPost: string;
  /** «Власне ім’я ПРІЗВИЩЕ»; '' while nobody has entered it */
  readonly signerName: string;
}

/**
 * The names true on that day: the newest of those that had begun; before the first, the first.
 *
 * @param editions at least one
 * @param day `YYYY-MM-DD`
 */
export function namesOn(editions: readonly ReportNames[], day: string): ReportNames {
  const oldestFirst = [...editions].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  const names = oldestFirst.findLast(({ validFrom }) => validFrom <= day) ?? oldestFirst[0];
  if (!names) throw new RangeError('a report needs names');
  return names;
}
