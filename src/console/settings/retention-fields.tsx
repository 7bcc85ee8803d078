import type { FC } from 'hono/jsx';
import { FORM_DAYS, PERIODS, type PeriodName } from '../../domain/retention.js';
import { FORECAST_MAX, type Forecast } from '../../services/retention/retention.js';
import { TextField } from '../components/field.js';
import { formatNumber } from '../words/plural.js';
import { fieldOf, type SectionModel } from './settings-section.js';

/** What a page of retention shows beside the periods. */
export interface RetentionBackground {
  /** What the next run takes */
  readonly forecast: Forecast;
  /** Latest erasures that people demanded: number of the receipt, «23 листопада, 14:05», appeals kept */
  readonly erasures: readonly { readonly number: string; readonly at: string; readonly kept: number }[];
}

interface RetentionFieldsProps {
  readonly section: SectionModel;
  readonly background: RetentionBackground;
}

const LABELS: Readonly<Record<PeriodName, string>> = {
  updateDays: 'Повідомлення мешканців у тому вигляді, як прийшли: днів після опрацювання',
  messageDays: 'Тексти повідомлень бота: днів після надсилання',
  callBackDays: 'Номери з «Подзвоніть мені»: днів після дзвінка',
  unsubscribedDays: 'Теми й згода тих, хто відписався: днів',
  appealYears: 'Імена, адреси, тексти й файли звернень: років після останнього запису',
};
// Every period has its label.
const NAMES = Object.keys(LABELS) as PeriodName[];

/** How long things are kept, and what goes next. */
export const RetentionFields: FC<RetentionFieldsProps> = ({ section, background }) => (
  <>
    <p class="hint">
      Щогодини Вісник сам прибирає те, що відслужило свій строк, і записує кількість у журнал змін. Від
      звернення лишаються номер, дати, категорія й стани: звіти не змінюються, підписані – тим паче.
    </p>
    {NAMES.map((name) => (
      <TextField
        {...fieldOf(section, `retention.${name}`)}
        type="number"
        label={LABELS[name]}
        hint={hintOf(name, background.forecast[name])}
        required
      />
    ))}
    <dl class="facts">
      <dt>Незавершені звернення</dt>
      <dd>
        {FORM_DAYS} днів від останнього кроку, як обіцяно в чаті. {goesNext(background.forecast.forms)}
      </dd>
      <dt>Файли, на які ніщо не посилається</dt>
      <dd>14 днів, прибираються вночі</dd>
      <dt>Слова для пошуку, яких немає вже в жодному зверненні</dt>
      <dd>прибираються найближчої ночі</dd>
      <dt>Журнал змін, лічильники доставок, підписані звіти</dt>
      <dd>завжди: імен, телефонів і текстів мешканців у журналі немає</dd>
    </dl>
  </>
);

/** Who has asked to be erased, by the numbers of their receipts. */
export const Erasures: FC<Pick<RetentionBackground, 'erasures'>> = ({ erasures }) => (
  <section class="card">
    <h2>Видалено на вимогу людини</h2>
    {erasures.length === 0 ? (
      <p>Поки що нікого. Кожен, хто натисне в чаті «Видалити мої дані», отримає номер підтвердження.</p>
    ) : (
      <ul>
        {erasures.map(({ number, at, kept }) => (
          <li>
            {number}, {at}; звернень залишено за законом: {kept}
          </li>
        ))}
      </ul>
    )}
  </section>
);

function hintOf(name: PeriodName, waiting: number): string {
  const { min, max, because } = PERIODS[name];
  return `Від ${min} до ${max}. ${because} ${goesNext(waiting)}`;
}

/** Honest about what is counted: «понад 10 000» where there is more. */
function goesNext(waiting: number): string {
  if (waiting === 0) return 'Зараз прибирати нічого.';
  const more = waiting >= FORECAST_MAX ? 'понад ' : '';
  return `Найближчого разу буде прибрано: ${more}${formatNumber(waiting)}.`;
}
