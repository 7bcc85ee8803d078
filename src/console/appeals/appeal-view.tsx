import type { FC } from 'hono/jsx';
import { Badge } from '../components/badge.js';
import { APPEALS_CRUMB, Crumbs } from '../components/crumbs.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { AccessCard } from './access-card.js';
import type { AnswerModel } from './answer-section.js';
import { AnswerForm } from './answer-section.js';
import { AppealFacts, AppealHistory } from './appeal-facts.js';
import { Beside } from './beside.js';
import { CallTask } from './call-task.js';
import { ConsiderCard } from './consider-card.js';
import { Conversation } from './conversation.js';
import { Notes } from './notes.js';
import { PlaceMap } from './place/place-map.js';
import type { PlaceMapModel } from './place/place-map-model.js';
import { BlockCard, QuarantineCard } from './quarantine-card.js';
import { URGENCY_TONES } from './queue/queue-card.js';
import { RegisterForm } from './register-form.js';
import { Review } from './review.js';
import { Signing } from './signing.js';
import { SimilarCard } from './similar-card.js';
import type { SimilarModel } from './similar-model.js';
import type { WorkFormsProps } from './work-form.js';
import { TakeForm, WorkForms } from './work-forms.js';

export interface AppealViewProps extends WorkFormsProps {
  readonly map: PlaceMapModel | undefined;
  /** Others that may be about the same */
  readonly similar: readonly SimilarModel[];
  /** Colleagues who have this page open now */
  readonly others: readonly string[];
  readonly mayWrite: boolean;
  readonly maySign: boolean;
  /** Today, `YYYY-MM-DD`, where a person has yet to register it */
  readonly registersOn: string | undefined;
  readonly answer: AnswerModel;
  readonly notice: NoticeModel | undefined;
}

/** One appeal: the conversation and the answer on one side, facts and internal notes on the other. */
export const AppealView: FC<AppealViewProps> = (props) => {
  const { appeal, mayWrite, secrets, typed } = props;
  const writerSecrets = mayWrite ? secrets : undefined;
  const isWorkable = mayWrite && appeal.quarantine === undefined;
  return (
    <>
      <Head {...props} />
      <Notice notice={props.notice} />
      <div class="split">
        <div>
          <CallTask appeal={appeal} secrets={writerSecrets} note={typed['call-note'] ?? ''} />
          <Conversation messages={appeal.messages} />
          <Signing appeal={appeal} secrets={mayWrite && props.maySign ? secrets : undefined} typed={typed} />
          <Review appeal={appeal} secrets={mayWrite && props.maySign ? secrets : undefined} typed={typed} />
          {isWorkable && !appeal.isWithdrawn ? (
            <AnswerForm appeal={appeal} secrets={secrets} answer={props.answer} />
          ) : null}
        </div>
        <div>
          {mayWrite ? <AccessCard appeal={appeal} secrets={secrets} /> : null}
          <QuarantineCard appeal={appeal} secrets={writerSecrets} />
          {isWorkable ? <ConsiderCard appeal={appeal} secrets={secrets} typed={typed} /> : null}
          <BlockCard appeal={appeal} secrets={writerSecrets} />
          {mayWrite && props.registersOn !== undefined ? (
            <RegisterForm appeal={appeal} secrets={secrets} typed={typed} today={props.registersOn} />
          ) : null}
          <AppealFacts appeal={appeal}>
            <PlaceMap map={props.map} />
            {isWorkable && appeal.isTakeable ? <TakeForm appeal={appeal} secrets={secrets} /> : null}
          </AppealFacts>
          <Notes appeal={appeal} secrets={isWorkable ? secrets : undefined} text={typed.note ?? ''} />
          {isWorkable ? <SimilarCard appeal={appeal} similar={props.similar} secrets={secrets} /> : null}
          <Beside appeal={appeal} secrets={isWorkable ? secrets : undefined} />
          {mayWrite ? <WorkForms {...props} /> : null}
          <AppealHistory appeal={appeal} />
        </div>
      </div>
    </>
  );
};

const Head: FC<Pick<AppealViewProps, 'appeal' | 'others'>> = ({ appeal, others }) => (
  <div class="stack-small">
    <Crumbs trail={[APPEALS_CRUMB]} />
    <h1>{appeal.subject}</h1>
    <p class="row" id="appeal-state" data-live>
      <span class="digits">{appeal.number}</span>
      <Badge text={appeal.status} />
      <Badge tone={URGENCY_TONES[appeal.due.urgency]} text={appeal.due.words} />
    </p>
    <div id="appeal-others" data-live>
      {others.length === 0 ? null : (
        <p class="notice notice-warn">Це звернення зараз відкрили також: {others.join(', ')}.</p>
      )}
    </div>
    <p class="row small">
      <a href={`${appeal.href}/print`}>Друк листування</a>
      <a href={`${appeal.href}/registration-card`}>Реєстраційно-контрольна картка</a>
    </p>
  </div>
);
