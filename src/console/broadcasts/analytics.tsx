import type { FC } from 'hono/jsx';
import type { Analytics } from '../../services/broadcasts/analytics.js';
import { formatNumber } from '../words/plural.js';

export interface ResultModel {
  readonly label: string;
  readonly value: string;
  /** What the figure says, and what it does not */
  readonly meaning: string;
}

/** The figures of a broadcast that has begun, each with what it means. */
export function resultModels(analytics: Analytics): readonly ResultModel[] {
  const { accepted, delivered, seen, handedOver, links, unsubscribed } = analytics;
  return [
    {
      label: 'Прийняли месенджери',
      value: `Telegram – ${formatNumber(accepted.telegram)}, Viber – ${formatNumber(accepted.viber)}`,
      meaning: 'Повідомлення передано месенджеру. Чи його прочитали, Telegram не повідомляє.',
    },
    {
      label: 'Доставлено у Viber',
      value: formatNumber(delivered),
      meaning: 'Дійшло до телефона або комп’ютера людини.',
    },
    {
      label: 'Переглянуто у Viber',
      value: seen === 0 ? '0' : `щонайбільше ${formatNumber(seen)}`,
      meaning: 'Viber повідомляє, що чат відкривали, але не які повідомлення читали.',
    },
    ...(handedOver === undefined ? [] : [promptness(handedOver)]),
    ...links.map(({ url, clicks }) => ({
      label: `Натискань на посилання ${url}`,
      value: formatNumber(clicks),
      meaning: 'Разом із переглядами роботів і повторними. Хто натискав, не записуємо.',
    })),
    {
      label: 'Відписалися',
      value: formatNumber(unsubscribed),
      meaning: 'Протягом 24 годин після цього повідомлення, якщо воно було останнім, яке людина отримала.',
    },
  ];
}

/** What is known of the result: different measures, never one percentage. */
export const Results: FC<{ results: readonly ResultModel[] }> = ({ results }) => (
  <section class="card" aria-labelledby="results-title">
    <h2 id="results-title">Результат</h2>
    <dl class="facts">
      {results.map(({ label, value, meaning }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <strong class="digits">{value}</strong>
            <p class="muted small">{meaning}</p>
          </dd>
        </div>
      ))}
    </dl>
  </section>
);

function promptness({ total, within10Seconds }: NonNullable<Analytics['handedOver']>): ResultModel {
  return {
    label: 'Передано протягом 10 секунд',
    value: `${formatNumber(within10Seconds)} з ${formatNumber(total)}`,
    meaning:
      'Від часу, коли повідомлення мало піти. Що більша розсилка, то довше її обмежує темп месенджера.',
  };
}
