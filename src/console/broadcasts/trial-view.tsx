import type { FC } from 'hono/jsx';
import { BROADCASTS_CRUMB, Crumbs } from '../components/crumbs.js';
import { TextField } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';

/** A subscriber as staff tell them from others. */
export interface PersonModel {
  readonly id: string;
  /** «Марія – Telegram …5678, з 1 жовтня, 14:05» */
  readonly words: string;
}

export interface TrialViewProps {
  readonly href: string;
  readonly title: string;
  readonly colleagues: readonly PersonModel[];
  readonly q: string;
  /** People who may be added; undefined before anybody was looked for */
  readonly found: readonly PersonModel[] | undefined;
  readonly notice: NoticeModel | undefined;
  readonly secrets: FormSecretsModel;
}

/** Sends a draft as it is to colleagues, and keeps the list of them. */
export const TrialView: FC<TrialViewProps> = (props) => (
  <>
    <div class="stack-small">
      <Crumbs trail={[BROADCASTS_CRUMB, { href: props.href, label: props.title }]} />
      <h1>Проба для колег</h1>
      <p class="muted">
        Колеги отримають повідомлення таким, як воно є, на свої телефони. Мешканцям нічого не надійде.
      </p>
    </div>
    <Notice notice={props.notice} />
    {props.colleagues.length === 0 ? <p>Колег ще не додано. Знайдіть їх нижче.</p> : <Send {...props} />}
    <Add {...props} />
  </>
);

const Send: FC<TrialViewProps> = ({ href, colleagues, secrets }) => (
  <form class="form card" method="post" action={`${href}/trial`}>
    <FormSecrets secrets={secrets} />
    <fieldset>
      <legend>Кому надіслати</legend>
      <div class="choices">
        {colleagues.map(({ id, words }) => (
          <label class="choice">
            <input type="checkbox" name="to" value={id} checked />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
    <p class="row">
      <button class="button" type="submit">
        Надіслати пробу
      </button>
      <button class="button button-secondary" type="submit" formaction={`${href}/trial/remove`}>
        Прибрати позначених зі списку
      </button>
    </p>
  </form>
);

const Add: FC<TrialViewProps> = ({ href, q, found, secrets }) => (
  <section class="card" aria-labelledby="add-title">
    <h2 id="add-title">Додати колегу</h2>
    <p>
      Колега має сам написати боту зі свого телефона, як звичайний підписник. Тоді його видно тут за ім’ям.
      Мешканці можуть мати таке саме ім’я: звірте з колегою день і час, коли він уперше написав.
    </p>
    <form class="filters" method="get" action={`${href}/trial`}>
      <TextField type="search" name="q" label="Ім’я починається з" value={q} maxLength={100} />
      <button class="button button-secondary" type="submit">
        Знайти
      </button>
    </form>
    {found === undefined ? null : <Found found={found} href={href} secrets={secrets} />}
  </section>
);

const Found: FC<{ found: readonly PersonModel[]; href: string; secrets: FormSecretsModel }> = ({
  found,
  href,
  secrets,
}) =>
  found.length === 0 ? (
    <p class="muted">Нікого з таким іменем немає.</p>
  ) : (
    <ul class="stack-small trial-found">
      {found.map(({ id, words }) => (
        <li>
          <form class="row" method="post" action={`${href}/trial/add`}>
            <FormSecrets secrets={secrets} />
            <input type="hidden" name="subscriber" value={id} />
            <span>{words}</span>
            <button class="button button-secondary" type="submit" aria-label={`Додати: ${words}`}>
              Додати
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
