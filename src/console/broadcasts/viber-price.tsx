import type { FC } from 'hono/jsx';
import type { PriceFact, ViberPriceModel } from './viber-price-model.js';

/** What a broadcast will cost in Viber, and what Viber billed. */
export const ViberPrice: FC<{ price: ViberPriceModel }> = ({ price }) => (
  <section class="card" aria-labelledby="viber-price-title">
    <h2 id="viber-price-title">Ціна у Viber</h2>
    {price.forecast === undefined ? null : <Facts title={price.forecastTitle} facts={price.forecast} />}
    {price.held.map((words) => (
      <p class="notice notice-warn small">{words}</p>
    ))}
    {price.billed === undefined ? null : <Facts title="За відповідями Viber" facts={price.billed} />}
    <p class="muted small">{price.month}</p>
  </section>
);

const Facts: FC<{ title: string; facts: readonly PriceFact[] }> = ({ title, facts }) => (
  <div class="stack-small">
    <h3>{title}</h3>
    <dl class="facts">
      {facts.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  </div>
);
