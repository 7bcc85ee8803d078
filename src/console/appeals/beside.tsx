import type { FC, PropsWithChildren } from 'hono/jsx';
import { Badge } from '../components/badge.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { plural } from '../words/plural.js';
import type { AppealModel } from './appeal-model.js';
import type { JoinedAppeal } from './joined-model.js';
import type { OtherAppeal } from './other-appeal.js';

const APPEALS = { one: 'звернення', few: 'звернення', other: 'звернень' };

interface BesideProps {
  readonly appeal: AppealModel;
  /** The viewer may separate them */
  readonly secrets: FormSecretsModel | undefined;
}

/** The citizen's other appeals, and those about the same. */
export const Beside: FC<BesideProps> = ({ appeal, secrets }) => (
  <>
    <Cluster appeal={appeal} secrets={secrets} />
    {appeal.ofCitizen.length === 0 ? null : (
      <section class="card" aria-labelledby="of-citizen-title">
        <h2 id="of-citizen-title">Інші звернення заявника</h2>
        <ul class="stack-small">
          {appeal.ofCitizen.map((other) => (
            <Other other={other} />
          ))}
        </ul>
      </section>
    )}
  </>
);

/** Everything about one trouble: each with its own number, and how far its answer came. */
const Cluster: FC<BesideProps> = ({ appeal, secrets }) => {
  const { others, isLed } = appeal.cluster;
  if (others.length === 0) return null;
  return (
    <section class="card" aria-labelledby="joined-title">
      <h2 id="joined-title">Про те саме: {plural(others.length + 1, APPEALS)}</h2>
      {isLed ? <p class="small">Це звернення головне: з нього можна відповісти всім разом.</p> : null}
      <ul class="stack-small" id="joined" data-live>
        {others.map((other) => (
          <Joined other={other} secrets={secrets} />
        ))}
      </ul>
      {secrets === undefined ? null : (
        <Separate href={appeal.href} secrets={secrets}>
          Від’єднати це звернення
        </Separate>
      )}
    </section>
  );
};

const Joined: FC<{ other: JoinedAppeal; secrets: FormSecretsModel | undefined }> = ({ other, secrets }) => (
  <Other other={other}>
    {other.isLeader ? <p class="small">Головне: з нього відповідають усім.</p> : null}
    {other.answer === undefined ? null : (
      <p class="small">
        Відповідь: <Badge tone={other.answer.tone} text={other.answer.words} />
      </p>
    )}
    {secrets === undefined || other.isLeader ? null : (
      <Separate href={other.href} secrets={secrets}>
        Від’єднати {other.number}
      </Separate>
    )}
  </Other>
);

const Separate: FC<PropsWithChildren<{ href: string; secrets: FormSecretsModel }>> = ({
  href,
  secrets,
  children,
}) => (
  <form method="post" action={`${href}/separate`}>
    <FormSecrets secrets={secrets} />
    <button class="button button-secondary" type="submit">
      {children}
    </button>
  </form>
);

const Other: FC<PropsWithChildren<{ other: OtherAppeal }>> = ({ other, children }) => (
  <li>
    <a href={other.href}>{other.subject}</a>
    <p class="muted small">
      <span class="digits">{other.number}</span> · {other.status}, {other.day}
    </p>
    {children}
  </li>
);
