import type { FC } from 'hono/jsx';
import { Badge } from '../components/badge.js';
import { Crumbs } from '../components/crumbs.js';
import { Choices } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import type { HolidayRowModel, StateModel } from './holiday-row.js';

export interface DayModel {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly heading: string;
  readonly holidays: readonly (Pick<HolidayRowModel, 'name' | 'kind'> & {
    readonly id: string;
    readonly isOff: boolean;
  })[];
  /** Undefined while no draft was opened */
  readonly greeting:
    | {
        readonly state: StateModel;
        /** The broadcast; undefined when its draft was deleted */
        readonly href: string | undefined;
        readonly chosen: readonly string[];
        /** Staff may still choose: it is a draft */
        readonly isDraft: boolean;
      }
    | undefined;
  /** When the calendar opens the draft by itself, in words; undefined: it does not */
  readonly opens: string | undefined;
  /** It is not over, nobody mourns, and some holiday is kept */
  readonly mayOpen: boolean;
  /** Why nobody is greeted on that day */
  readonly mourning: string | undefined;
}

interface DayViewProps {
  readonly model: DayModel;
  readonly mayWrite: boolean;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** One day: its holidays, its greeting, and what may be done about them. */
export const DayView: FC<DayViewProps> = (props) => (
  <>
    <Crumbs
      trail={[
        {
          href: `/greetings?year=${props.model.day.slice(0, 4)}`,
          label: `Свята ${props.model.day.slice(0, 4)} року`,
        },
      ]}
    />
    <h1>{props.model.heading}</h1>
    <Notice notice={props.notice} />
    {props.model.mourning === undefined ? null : (
      <Notice notice={{ tone: 'warn', text: props.model.mourning }} />
    )}
    <Greeting {...props} />
    <Holidays {...props} />
  </>
);

const Greeting: FC<DayViewProps> = (props) => {
  const { greeting, day, holidays, opens, mayOpen } = props.model;
  if (greeting === undefined)
    return (
      <section class="stack" aria-labelledby="greeting-title">
        <h2 id="greeting-title">Розсилка</h2>
        <p class="muted">Чернетки немає. {opens}</p>
        {props.mayWrite && mayOpen ? (
          <form method="post" action={`/greetings/${day}/open`}>
            <FormSecrets secrets={props.secrets} />
            <button class="button" type="submit">
              Відкрити чернетку зараз
            </button>
          </form>
        ) : null}
      </section>
    );
  return (
    <section class="stack" aria-labelledby="greeting-title">
      <h2 id="greeting-title">Розсилка</h2>
      <p class="row">
        <Badge {...greeting.state} />
        {greeting.href === undefined ? null : <a href={greeting.href}>Відкрити розсилку</a>}
      </p>
      {props.mayWrite && greeting.isDraft && holidays.length > 1 ? (
        <Choice {...props} chosen={greeting.chosen} />
      ) : null}
    </section>
  );
};

const Choice: FC<DayViewProps & { readonly chosen: readonly string[] }> = ({ model, chosen, secrets }) => (
  <form class="form card" method="post" action={`/greetings/${model.day}/choose`}>
    <FormSecrets secrets={secrets} />
    <Choices
      type="checkbox"
      name="holidayIds"
      legend="Для яких днів цей текст"
      hint="Заголовок і текст чернетки складуться наново за шаблоном: змінене вручну зникне."
      options={model.holidays.map(({ id, name }) => ({ value: id, label: name }))}
      chosen={chosen}
    />
    <div>
      <button class="button" type="submit">
        Скласти текст наново
      </button>
    </div>
  </form>
);

const Holidays: FC<DayViewProps> = ({ model: { day, holidays }, mayWrite, secrets }) => (
  <section class="stack" aria-labelledby="holidays-title">
    <h2 id="holidays-title">У календарі</h2>
    {holidays.length === 0 ? <p class="muted">Календар не має свят на цей день.</p> : null}
    <ul>
      {holidays.map(({ id, name, kind, isOff }) => (
        <li>
          {name} <span class="muted small">{kind}</span> {isOff ? <Badge text="Вимкнено" /> : null}{' '}
          {mayWrite ? (
            <form class="inline-form" method="post" action={`/greetings/${day}/switch`}>
              <FormSecrets secrets={secrets} />
              <input type="hidden" name="holidayId" value={id} />
              <input type="hidden" name="to" value={isOff ? 'on' : 'off'} />
              <button
                class="link-button"
                type="submit"
                aria-label={`${isOff ? 'Увімкнути' : 'Вимкнути'}: ${name}`}
              >
                {isOff ? 'Увімкнути' : 'Вимкнути'}
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
    {holidays.length === 0 ? null : (
      <p class="muted small">Вимкнене свято не відкриває чернеток у жодному році.</p>
    )}
  </section>
);
