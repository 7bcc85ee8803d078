import type { FC } from 'hono/jsx';
import { BROADCASTS_CRUMB, Crumbs } from '../components/crumbs.js';
import type { FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { BroadcastModel } from './broadcast-model.js';
import { type DeliveriesModel, DeliveriesTable } from './deliveries-table.js';
import { MissedForm, type MissedModel } from './missed-form.js';
import { CountsTable } from './progress.js';
import { type ReasonModel, Reasons } from './reasons.js';

interface DeliveriesViewProps {
  readonly broadcast: BroadcastModel;
  readonly reasons: readonly ReasonModel[];
  readonly missed: MissedModel | undefined;
  readonly deliveries: DeliveriesModel;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** The proof of one broadcast: counts that add up, reasons, and every person behind them. */
export const DeliveriesView: FC<DeliveriesViewProps> = (props) => {
  const { broadcast, reasons, missed, deliveries, secrets, notice } = props;
  return (
    <>
      <div class="stack-small">
        <Crumbs trail={[BROADCASTS_CRUMB, { href: broadcast.href, label: broadcast.title }]} />
        <h1>Хто отримав, хто ні</h1>
      </div>
      <Notice notice={notice} />
      <div class="split">
        <div id="delivery-counts" data-live>
          <CountsTable columns={[...broadcast.channels, broadcast.progress]} />
          <Reasons reasons={reasons} />
        </div>
        {missed === undefined ? null : <MissedForm missed={missed} secrets={secrets} />}
      </div>
      <DeliveriesTable deliveries={deliveries} />
    </>
  );
};
