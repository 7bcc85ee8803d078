import type { FC } from 'hono/jsx';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { COUNTED_STATUSES } from '../../domain/delivery.js';
import { SelectField } from '../components/field.js';
import { Pager, type PagerModel } from '../components/pager.js';
import { TableFrame } from '../components/table-frame.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import { DELIVERY_WORDS } from '../words/delivery-words.js';

export interface DeliveryRowModel {
  readonly address: string;
  readonly channel: string;
  readonly status: string;
  readonly code: string;
  readonly when: string;
}

export interface DeliveriesModel {
  /** Address of the broadcast's page */
  readonly href: string;
  readonly csvHref: string;
  readonly status: string;
  readonly channel: string;
  readonly rows: readonly DeliveryRowModel[];
  readonly pager: PagerModel;
}

/** Who got it, who did not and why, with a filter and the whole list as a file. */
export const DeliveriesTable: FC<{ deliveries: DeliveriesModel }> = ({ deliveries }) => (
  <section class="stack" aria-labelledby="deliveries-title" id="deliveries">
    <div class="row page-head">
      <h2 id="deliveries-title">Доставлення</h2>
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

const Filter: FC<{ deliveries: DeliveriesModel }> = ({ deliveries: { href, status, channel } }) => (
  <form class="filters" method="get" action={`${href}#deliveries`}>
    <SelectField
      name="status"
      label="Стан"
      value={status}
      options={[
        { value: '', label: 'Будь-який' },
        ...COUNTED_STATUSES.map((value) => ({ value, label: DELIVERY_WORDS[value] })),
      ]}
    />
    <SelectField
      name="channel"
      label="Месенджер"
      value={channel}
      options={[
        { value: '', label: 'Усі' },
        ...CHANNEL_IDS.map((value) => ({ value, label: CHANNEL_WORDS[value] })),
      ]}
    />
    <button class="button button-secondary" type="submit">
      Показати
    </button>
  </form>
);

const Rows: FC<{ deliveries: DeliveriesModel }> = ({ deliveries }) =>
  deliveries.rows.length === 0 ? (
    <p class="muted">За цими умовами доставлень немає.</p>
  ) : (
    <TableFrame label="Список доставлень">
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">Адреса в месенджері</th>
            <th scope="col">Месенджер</th>
            <th scope="col">Стан</th>
            <th scope="col">Код</th>
            <th scope="col">Коли</th>
          </tr>
        </thead>
        <tbody>
          {deliveries.rows.map((row) => (
            <tr>
              <th scope="row">{row.address}</th>
              <td data-label="Месенджер">{row.channel}</td>
              <td data-label="Стан">{row.status}</td>
              <td data-label="Код">{row.code}</td>
              <td data-label="Коли">{row.when}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
