import type { FC } from 'hono/jsx';
import { Badge } from '../components/badge.js';
import { Crumbs } from '../components/crumbs.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { FeedForm, type FeedFormProps, TrialResult } from './feed-fields.js';
import type { ChangeModel, FeedModel, TrialModel } from './feed-model.js';

export interface FeedViewProps {
  readonly feed: FeedModel;
  readonly changes: readonly ChangeModel[];
  readonly form: FeedFormProps;
  readonly trial: TrialModel | undefined;
  readonly notice: NoticeModel | undefined;
}

/** One feed: how it is, what its source has changed, what is decided about it. */
export const FeedView: FC<FeedViewProps> = ({ feed, changes, form, trial, notice }) => (
  <>
    <Crumbs trail={[{ href: '/feeds', label: 'Стрічки' }]} />
    <h1>{feed.name}</h1>
    <Notice notice={notice} />
    <section class="card" aria-labelledby="state-title">
      <h2 id="state-title">Стан</h2>
      <p>
        <Badge {...feed.state} /> {feed.summary}
      </p>
      <p class="muted small">
        Переглянуто: {feed.lastLook} · далі: {feed.nextLook} · <a href={feed.url}>адреса стрічки</a>
      </p>
      {feed.concern === undefined ? null : <p>{feed.concern}</p>}
      <div class="row">
        <Action feed={feed} action="look" label="Переглянути зараз" secrets={form.secrets} />
        {feed.isHolding ? (
          <Action feed={feed} action="accept-past" label="Прийняти як минуле" secrets={form.secrets} />
        ) : null}
        <Action
          feed={feed}
          action={feed.isPaused ? 'resume' : 'pause'}
          label={feed.isPaused ? 'Продовжити' : 'Призупинити'}
          secrets={form.secrets}
        />
      </div>
    </section>
    <Changes feed={feed} changes={changes} secrets={form.secrets} />
    <TrialResult trial={trial} />
    <h2>Налаштування</h2>
    <FeedForm {...form} />
    <details class="card">
      <summary>Видалити стрічку</summary>
      <p>Публікації, які вона принесла, залишаться. Стрічку доведеться налаштовувати наново.</p>
      <Action feed={feed} action="remove" label="Видалити назавжди" secrets={form.secrets} />
    </details>
  </>
);

interface ActionProps {
  readonly feed: FeedModel;
  readonly action: string;
  readonly label: string;
  readonly secrets: FormSecretsModel;
}

const Action: FC<ActionProps> = ({ feed, action, label, secrets }) => (
  <form class="inline-form" method="post" action={`${feed.href}/${action}`}>
    <FormSecrets secrets={secrets} />
    <button class="button button-secondary" type="submit">
      {label}
    </button>
  </form>
);

interface ChangesProps extends Pick<FeedViewProps, 'feed' | 'changes'> {
  readonly secrets: FormSecretsModel;
}

/** Both versions of what the source has changed since; what people have is corrected on the broadcast's page. */
const Changes: FC<ChangesProps> = ({ feed, changes, secrets }) =>
  changes.length === 0 ? null : (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title">Змінено на сайті</h2>
      {changes.map(({ id, url, when, before, after }) => (
        <article class="card">
          <h3>{url === undefined ? before.title : <a href={url}>{before.title}</a>}</h3>
          <p class="muted small">
            Змінено {when}. Нікому не надіслано; тим, хто вже отримав, запропоновано виправлення.
          </p>
          <Version label="Було" {...before} />
          <Version label="Стало" {...after} />
          <form class="row" method="post" action={`${feed.href}/decide`}>
            <FormSecrets secrets={secrets} />
            <input type="hidden" name="itemId" value={id} />
            <button class="button" type="submit" name="isTaken" value="true">
              Оновити публікацію
            </button>
            <button class="button button-secondary" type="submit" name="isTaken" value="false">
              Залишити як є
            </button>
          </form>
        </article>
      ))}
    </section>
  );

const Version: FC<{ label: string; title: string; text: string }> = ({ label, title, text }) => (
  <details>
    <summary>
      {label}: {title}
    </summary>
    <p class="message-text">{text}</p>
  </details>
);
