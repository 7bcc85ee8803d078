import type { FC } from 'hono/jsx';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { ChannelFilter, StatusFilter } from '../components/filter-fields.js';
import { Pager } from '../components/pager.js';
import { TableFrame } from '../components/table-frame.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import { SUBSCRIBER_STATUS_WORDS } from '../words/subscriber-words.js';
import type { SubscribersModel } from './subscribers-model.js';

/** Who can be reached, in numbers and one by one. */
export const SubscribersView: FC<{ subscribers: SubscribersModel }> = ({ subscribers }) => (
  <>
    <h1>Підписники</h1>
    <Totals subscribers={subscribers} />
    <Filter subscribers={subscribers} />
    <List subscribers={subscribers} />
    <Pager pager={subscribers.pager} />
  </>
);

const Totals: FC<{ subscribers: SubscribersModel }> = ({ subscribers: { totals } }) => (
  <TableFrame label="Кількість підписників">
    <table class="table-numbers">
      <thead>
        <tr>
          <th scope="col">Стан</th>
          {CHANNEL_IDS.map((id) => (
            <th scope="col" class="number">
              {CHANNEL_WORDS[id]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {totals.map(({ label, counts }) => (
          <tr>
            <th scope="row">{label}</th>
            {counts.map((count) => (
              <td class="number">{count}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

const Filter: FC<{ subscribers: SubscribersModel }> = ({ subscribers: { filter } }) => (
  <form class="filters" method="get" action="/subscribers">
    <ChannelFilter value={filter.channel} />
    <StatusFilter value={filter.status} words={SUBSCRIBER_STATUS_WORDS} />
    <button class="button button-secondary" type="submit">
      Показати
    </button>
  </form>
);

const List: FC<{ subscribers: SubscribersModel }> = ({ subscribers: { rows } }) =>
  rows.length === 0 ? (
    <p class="muted">За цими умовами підписників немає.</p>
  ) : (
    <TableFrame label="Список підписників">
      <table class="table-cards">
        <thead>
          <tr>
            <th scope="col">Ім’я</th>
            <th scope="col">Месенджер</th>
            <th scope="col">Стан</th>
            <th scope="col">Теми</th>
            <th scope="col">Відколи</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.name}</th>
              <td data-label="Месенджер">{row.channel}</td>
              <td data-label="Стан">{row.status}</td>
              <td data-label="Теми">{row.topics}</td>
              <td data-label="Відколи">{row.since}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
