import type { FC } from 'hono/jsx';
import type { Remark } from '../../domain/remarks.js';
import { MarkupText } from '../../web/markup-text.js';
import { Badge } from '../components/badge.js';
import { Crumbs, PUBLICATIONS_CRUMB } from '../components/crumbs.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { CommentsCard } from './comments-card.js';
import { HandOvers } from './hand-overs.js';
import { Photos } from './photos.js';
import type { PublicationAction } from './publication-actions.js';
import type { FactModel, PublicationModel } from './publication-model.js';

export interface PublicationViewProps {
  readonly publication: PublicationModel;
  /** What residents said of a draft act, for those who work with appeals */
  readonly remarks: readonly Remark[] | undefined;
  readonly mayWrite: boolean;
  readonly mayBroadcast: boolean;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
  /** A form of this page that was refused: it is shown open, with what was typed */
  readonly typed: TypedForm | undefined;
}

export interface TypedForm {
  readonly action: PublicationAction;
  readonly values: Readonly<Record<string, string>>;
}

/** One publication: what it says, where it appeared, and what may be done with it. */
export const PublicationPageView: FC<PublicationViewProps> = (props) => {
  const { publication, notice } = props;
  return (
    <>
      <div class="stack-small">
        <Crumbs trail={[PUBLICATIONS_CRUMB]} />
        <h1>{publication.title}</h1>
        <p>
          <Badge text={publication.status} />
        </p>
      </div>
      <Notice notice={notice} />
      {publication.warnings.map((text) => (
        <Notice notice={{ tone: 'warn', text }} />
      ))}
      <div class="split">
        <div>
          {publication.text === '' ? null : (
            <section class="card" aria-label="Текст">
              <MarkupText source={publication.text} />
            </section>
          )}
          <Photos {...props} />
          <HandOvers {...props} />
        </div>
        <div>
          <section class="card" aria-labelledby="facts-title">
            <h2 id="facts-title">Відомості</h2>
            <Facts facts={publication.facts} />
          </section>
          {props.remarks === undefined ? null : (
            <CommentsCard href={publication.href} remarks={props.remarks} />
          )}
          <Broadcasts {...props} />
          {props.mayWrite ? <Editing {...props} /> : null}
        </div>
      </div>
    </>
  );
};

const Facts: FC<{ facts: readonly FactModel[] }> = ({ facts }) => (
  <dl class="facts">
    {facts.map(({ term, value, href }) => (
      <>
        <dt>{term}</dt>
        <dd>{href === undefined ? value : <a href={href}>{value}</a>}</dd>
      </>
    ))}
  </dl>
);

const Broadcasts: FC<PublicationViewProps> = ({ publication, mayBroadcast, secrets }) => (
  <section class="card" aria-labelledby="broadcasts-title">
    <h2 id="broadcasts-title">Розсилки</h2>
    {publication.broadcasts.length === 0 ? (
      <p class="muted">Розсилок цієї публікації ще не було.</p>
    ) : (
      <Facts facts={publication.broadcasts} />
    )}
    {mayBroadcast ? (
      <form class="inline-form" method="post" action={`${publication.href}/broadcast`}>
        <FormSecrets secrets={secrets} />
        <button class="button" type="submit">
          Створити розсилку
        </button>
      </form>
    ) : null}
  </section>
);

const Editing: FC<PublicationViewProps> = ({ publication, secrets }) => (
  <section class="card" aria-labelledby="editing-title">
    <h2 id="editing-title">Дії</h2>
    {publication.isDraft ? (
      <form class="inline-form" method="post" action={`${publication.href}/publish`}>
        <FormSecrets secrets={secrets} />
        <button class="button button-secondary" type="submit">
          Позначити оприлюдненою зараз
        </button>
      </form>
    ) : null}
    <p>
      <a class="button button-secondary" href={`${publication.href}/edit`}>
        Змінити
      </a>
    </p>
    <details>
      <summary>Видалити публікацію</summary>
      <form class="form" method="post" action={`${publication.href}/remove`}>
        <FormSecrets secrets={secrets} />
        <p>Її не буде у списках і звітах. Розсилки, які вже надіслано, залишаться.</p>
        <div>
          <button class="button button-danger" type="submit">
            Видалити
          </button>
        </div>
      </form>
    </details>
  </section>
);
