import type { FC } from 'hono/jsx';
import { Badge } from '../components/badge.js';
import type { FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { AppealFacts, AppealHistory } from './appeal-facts.js';
import { AnswerForm, CloseForm, ForwardForm, TakeForm } from './appeal-forms.js';
import type { AppealModel } from './appeal-model.js';
import { Conversation } from './conversation.js';
import { Notes } from './notes.js';
import { URGENCY_TONES } from './queue-card.js';

/** What a refused form had in it, so that nobody types twice. */
export interface TypedText {
  readonly answer: string;
  readonly note: string;
}

export interface AppealViewProps {
  readonly appeal: AppealModel;
  readonly mayWrite: boolean;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
  readonly typed: TypedText;
}

/** One appeal: the conversation and the answer on one side, facts and internal notes on the other. */
export const AppealView: FC<AppealViewProps> = ({ appeal, mayWrite, secrets, notice, typed }) => (
  <>
    <div class="stack-small">
      <p>
        <a href="/appeals">Звернення</a>
      </p>
      <h1>{appeal.subject}</h1>
      <p class="row" id="appeal-state" data-live>
        <span class="digits">{appeal.number}</span>
        <Badge text={appeal.status} />
        <Badge tone={URGENCY_TONES[appeal.due.urgency]} text={appeal.due.words} />
      </p>
    </div>
    <Notice notice={notice} />
    <div class="split">
      <div>
        <Conversation messages={appeal.messages} />
        {mayWrite ? <AnswerForm appeal={appeal} secrets={secrets} text={typed.answer} /> : null}
      </div>
      <div>
        <AppealFacts appeal={appeal}>
          {mayWrite && appeal.isTakeable ? <TakeForm appeal={appeal} secrets={secrets} /> : null}
        </AppealFacts>
        <Notes appeal={appeal} secrets={mayWrite ? secrets : undefined} text={typed.note} />
        {mayWrite && appeal.isOpen ? <ForwardForm appeal={appeal} secrets={secrets} /> : null}
        {mayWrite && appeal.isClosable ? <CloseForm appeal={appeal} secrets={secrets} /> : null}
        <AppealHistory appeal={appeal} />
      </div>
    </div>
  </>
);
