import type { FC } from 'hono/jsx';
import { reasonWords } from '../../services/outbox/reason-words.js';
import { SelectField, TextField } from '../components/field.js';
import { ChannelFilter, StatusFilter } from '../components/filter-fields.js';
import { Pager, type PagerModel } from '../components/pager.js';
import { TableFrame } from '../components/table-frame.js';
import { DELIVERY_WORDS } from '../words/delivery-words.js';

export interface DeliveryRowModel {
  /** '' when the person gave none */
  readonly name: string;
  readonly address: string;
  readonly channel: string;
  readonly status: string;
  /** Why, in words; '' when there is nothing to explain */
  readonly reason: string;
  readonly code: string;
  readonly when: string;
}

export interface DeliveriesModel {
  readonly href: string;
  readonly csvHref: string;
  readonly status: string;
  readonly channel: string;
  readonly code: string;
  readonly q: string;
  readonly rows: readonly DeliveryRowModel[];
  readonly pager: PagerModel;
}

/** Who got it, who did not and why, with a filter and the whole list as a file. */
export const DeliveriesTable: FC<{ deliveries: DeliveriesModel }> = ({ deliveries }) => (
  <section class="stack" aria-labelledby="deliveries-title">
    <div class="row page-head">
      <h2 id="deliveries-title">Поіменно</h2>
      <a href={deliveries.csvHref} download>
        Завантажити CSV
      </a>
    </div>
    <Filter deliveries={deliveries} />
    <div id="delivery-rows" data-live>
      <Rows deliveries={deliveries} />
    </div>
    <Pager pager={deliveries.pager} />
  </section>
);

const Filter: FC<{ deliveries: DeliveriesModel }> = ({ deliveries: { href, status, channel, code, q } }) => (
  <form class="filters" method="get" action={href}>
    <StatusFilter value={status} words={DELIVERY_WORDS} />
    <ChannelFilter value={channel} />
    {code === '' ? null : (
      <SelectField
        name="code"
        label="Причина"
        value={code}
        options={[
          { value: '', label: 'Будь-яка' },
          { value: code, label: reasonWords(code) },
        ]}
      />
    )}
    <TextField name="q" label="Ім’я або адреса" type="search" value={q} maxLength={100} />
    <button class="button button-secondary" type="submit">
      Показати
    </button>
  </form>
);

const Rows: FC<{ deliveries: DeliveriesModel }> = ({ deliveries }) =>
  deliveries.rows.length === 0 ? (
    <p class="muted">За цими умовами нікого немає.</p>
  ) : (
    <TableFrame label="Список адресатів">
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">Адреса в месенджері</th>
            <th scope="col">Ім’я</th>
            <th scope="col">Месенджер</th>
            <th scope="col">Стан</th>
            <th scope="col">Причина</th>
            <th scope="col">Коли</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.rows.map((row) => (
            <tr>
              <th scope="row">{row.address}</th>
              <td data-label="Ім’я">{row.name}</td>
              <td data-label="Месенджер">{row.channel}</td>
              <td data-label="Стан">{row.status}</td>
              <td data-label="Причина">{row.reason}</td>
              <td data-label="Коли">{row.when}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
