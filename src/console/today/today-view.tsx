import type { FC } from 'hono/jsx';
import { QueueCard } from '../appeals/queue/queue-card.js';
import { FormSecrets } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { WaitingList } from '../components/waiting-list.js';
import { AbsenceSection } from './absence-section.js';
import { CALLED_FORM, CallCard } from './call-card.js';
import { noteField } from './call-model.js';
import type { TodayModel } from './today-model.js';

interface TodayViewProps {
  readonly today: TodayModel;
  readonly notice: NoticeModel | undefined;
  /** What a refused form had in it, by field */
  readonly typed: Readonly<Record<string, string>>;
}

/** A moderator's day: whom to telephone, and what is due. */
export const TodayView: FC<TodayViewProps> = ({ today, notice, typed }) => (
  <>
    <h1>Мій день</h1>
    <Notice notice={notice} />
    <p>
      <a href="/today/digest">Ранковий огляд черги: для друку та для листа</a>
    </p>
    <AbsenceSection absence={today.absence} />
    <div class="stack" id="today-escalated" data-live>
      {today.escalated.length === 0 ? null : (
        <>
          <h2>Строк спливає або минув</h2>
          <WaitingList items={today.escalated} />
        </>
      )}
    </div>
    <section class="stack" aria-labelledby="calls-title">
      <h2 id="calls-title">Зателефонувати</h2>
      <ul class="queue" id="today-calls" data-live>
        {today.calls.map((call) => (
          <CallCard call={call} note={typed[noteField(call.task)] ?? ''} />
        ))}
      </ul>
      <div id="today-no-calls" data-live>
        {today.calls.length === 0 ? (
          <p class="muted">Усі відповіді дійшли, і ніхто не просив зателефонувати.</p>
        ) : null}
      </div>
    </section>
    <section class="stack" aria-labelledby="due-title">
      <h2 id="due-title">Відповісти до кінця дня</h2>
      <p class="muted">Ваші звернення та ті, яких ще ніхто не взяв. Найдавніший строк – угорі.</p>
      <ul class="queue" id="today-due" data-live>
        {today.due.map((card) => (
          <QueueCard card={card} />
        ))}
      </ul>
      <div id="today-nothing-due" data-live>
        {today.due.length === 0 ? <p class="muted">На сьогодні строків немає.</p> : null}
      </div>
      <p>
        <a href="/appeals?view=mine">Усі мої звернення</a>
        {today.isCut ? (
          <>
            {' · '}
            <a href="/appeals?view=overdue">Усі прострочені</a>
          </>
        ) : null}
      </p>
    </section>
    <form id={CALLED_FORM} method="post" action="/today/called">
      <FormSecrets secrets={today.secrets} />
    </form>
  </>
);
