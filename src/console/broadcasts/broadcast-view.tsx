import type { FC } from 'hono/jsx';
import type { ApprovalRight } from '../../domain/approval.js';
import type { BroadcastStatus } from '../../domain/broadcast.js';
import { Badge } from '../components/badge.js';
import { BROADCASTS_CRUMB, Crumbs } from '../components/crumbs.js';
import type { FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { AmendmentForms } from './amendment-forms.js';
import type { CorrectionRights } from './amendment-model.js';
import { Amendments } from './amendments.js';
import { type ResultModel, Results } from './analytics.js';
import { Approvals, ApproveForm, UndoForm } from './approval-forms.js';
import { ApprovedAlone } from './approved-alone.js';
import { EditForms, StateForms } from './broadcast-forms.js';
import type { BroadcastModel } from './broadcast-model.js';
import { History } from './history.js';
import { Preview } from './preview.js';
import { CountsTable, Progress } from './progress.js';
import { ViberPrice } from './viber-price.js';

export interface BroadcastViewProps {
  readonly broadcast: BroadcastModel;
  /** Absent before its sending has begun */
  readonly results: readonly ResultModel[] | undefined;
  /** How the reader may approve it */
  readonly right: ApprovalRight;
  readonly correctionRights: CorrectionRights;
  readonly mayWrite: boolean;
  readonly mayApprove: boolean;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** One broadcast: how it looks, who gets it, how far it is, and what may be done about it. */
export const BroadcastPageView: FC<BroadcastViewProps> = (props) => {
  const { broadcast, results, right, correctionRights, mayWrite, mayApprove, secrets, notice } = props;
  const mayAmend = mayWrite || Object.values(correctionRights).some((of) => of !== 'none');
  return (
    <>
      <div class="stack-small">
        <Crumbs trail={[BROADCASTS_CRUMB]} />
        <h1>{broadcast.title}</h1>
        <p class="row" id="broadcast-state" data-live>
          <Badge text={broadcast.status} tone={broadcast.tone} />
          {broadcast.isApprovedAlone ? <ApprovedAlone /> : null}
          <span class="muted">{broadcast.kind}</span>
        </p>
      </div>
      <Notice notice={notice} />
      <div class="split">
        <div>
          <div class="stack" id="broadcast-course" data-live>
            {broadcast.isPlanned ? <Course broadcast={broadcast} /> : null}
            {results === undefined ? null : <Results results={results} />}
            {broadcast.amendments.length > 0 ? <Amendments amendments={broadcast.amendments} /> : null}
          </div>
          <section class="card" aria-labelledby="preview-title">
            <h2 id="preview-title">Як це побачать</h2>
            <div class="halves">
              {broadcast.previews.map((preview) => (
                <Preview preview={preview} />
              ))}
            </div>
          </section>
        </div>
        <div>
          <div id="broadcast-facts" data-live>
            <Facts broadcast={broadcast} />
          </div>
          <div id="broadcast-price" data-live>
            {broadcast.viberPrice ? <ViberPrice price={broadcast.viberPrice} /> : null}
          </div>
          <ApproveForm broadcast={broadcast} right={right} secrets={secrets} />
          <div id="broadcast-undo" data-live>
            {mayApprove || mayWrite ? <UndoForm broadcast={broadcast} secrets={secrets} /> : null}
          </div>
          {broadcast.approvals.length > 0 ? <Approvals broadcast={broadcast} /> : null}
          <div id="broadcast-history" data-live>
            <History lines={broadcast.history} />
          </div>
          <div class="stack" id="broadcast-edit" data-live>
            {mayWrite ? <EditForms broadcast={broadcast} secrets={secrets} /> : null}
          </div>
          {mayApprove ? <StateForms broadcast={broadcast} secrets={secrets} /> : null}
          <div id="broadcast-amendable" data-live>
            {mayAmend && broadcast.amendable ? (
              <p>
                <a href={`${broadcast.href}?after#amend`}>
                  {mayApprove ? 'Виправити або відкликати' : 'Виправити'}
                </a>
              </p>
            ) : null}
          </div>
          {mayAmend && broadcast.amendable ? (
            <AmendmentForms
              href={broadcast.href}
              amendable={broadcast.amendable}
              rights={correctionRights}
              mayRecall={mayApprove}
              secrets={secrets}
            />
          ) : null}
        </div>
      </div>
    </>
  );
};

const Course: FC<{ broadcast: BroadcastModel }> = ({ broadcast }) => (
  <section class="card" aria-labelledby="course-title">
    <h2 id="course-title">Хід розсилки</h2>
    <div class="stack">
      {broadcast.channels.map((channel) => (
        <Progress {...channel} />
      ))}
      {broadcast.silences.map((text) => (
        <Notice notice={{ tone: 'warn', text }} />
      ))}
      {broadcast.waitsForDigest ? (
        <p>
          Хто отримує новини щоденною добіркою, побачить цю в її годину, зазвичай о 18:00. Доти ці люди «У
          черзі».
        </p>
      ) : null}
      <CountsTable columns={[...broadcast.channels, broadcast.progress]} />
      <p>
        <a href={broadcast.deliveriesHref}>Хто отримав, хто ні й чому</a>
      </p>
    </div>
  </section>
);

/** What the time of departure means where it is not «leaves». */
const DEPARTURE_TITLES: Readonly<Partial<Record<BroadcastStatus, string>>> = {
  draft: 'Якщо затвердити зараз, піде',
  sending: 'Надсилається',
};

const Facts: FC<{ broadcast: BroadcastModel }> = ({ broadcast }) => (
  <section class="card" aria-labelledby="audience-title">
    <h2 id="audience-title">Кому й коли</h2>
    <dl class="facts">
      <div>
        <dt>Отримають</dt>
        <dd>{broadcast.audience}</dd>
      </div>
      {broadcast.amendsHref === undefined ? null : (
        <div>
          <dt>Що це</dt>
          <dd>
            Зміна вже <a href={broadcast.amendsHref}>надісланої розсилки</a>
          </dd>
        </div>
      )}
      {broadcast.missedOfHref === undefined ? null : (
        <div>
          <dt>Лише ті, хто не отримав</dt>
          <dd>
            <a href={broadcast.missedOfHref}>попередньої розсилки</a>
          </dd>
        </div>
      )}
      <div>
        <dt>Теми</dt>
        <dd>{broadcast.topics}</dd>
      </div>
      <div>
        <dt>Як</dt>
        <dd>{broadcast.delivery}</dd>
      </div>
      {broadcast.departure === undefined ? null : (
        <div>
          <dt>{DEPARTURE_TITLES[broadcast.stage] ?? 'Піде'}</dt>
          <dd>{broadcast.departure}</dd>
        </div>
      )}
      {broadcast.stopReason === undefined ? null : (
        <div>
          <dt>Чому зупинено</dt>
          <dd>{broadcast.stopReason}</dd>
        </div>
      )}
      {broadcast.isPlanned ? (
        <div>
          <dt>Постійна сторінка</dt>
          <dd>
            <a href={broadcast.publicHref}>{broadcast.publicHref}</a>
          </dd>
        </div>
      ) : null}
    </dl>
  </section>
);
