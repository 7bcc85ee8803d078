import type { FC } from 'hono/jsx';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AppealModel } from './appeal-model.js';

interface QuarantineCardProps {
  readonly appeal: AppealModel;
  /** Absent for those who only read */
  readonly secrets: FormSecretsModel | undefined;
}

/** Why it is no appeal yet, and the two answers a person can give. */
export const QuarantineCard: FC<QuarantineCardProps> = ({ appeal, secrets }) =>
  appeal.quarantine === undefined ? null : (
    <section class="card notice-warn" aria-labelledby="quarantine-title">
      <h2 id="quarantine-title">{appeal.quarantine.isSpam ? 'Позначено спамом' : 'Карантин'}</h2>
      <p>
        Причина: {appeal.quarantine.reason}. Не зареєстровано, строк не рахується. Людина знає лише, що
        повідомлення отримано.
      </p>
      {secrets === undefined ? null : (
        <div class="row">
          <OneButton action={`${appeal.href}/release`} secrets={secrets} text="Це звернення" isMain />
          {appeal.quarantine.isSpam ? null : (
            <OneButton action={`${appeal.href}/spam`} secrets={secrets} text="Це спам" />
          )}
        </div>
      )}
    </section>
  );

/** That the citizen is blocked, until when and why, with the way back. */
export const BlockCard: FC<QuarantineCardProps> = ({ appeal, secrets }) =>
  appeal.block === undefined ? null : (
    <section class="card" aria-labelledby="block-title">
      <h2 id="block-title">Відправника заблоковано</h2>
      <p>
        До {appeal.block.until}. Причина: {appeal.block.reason}
      </p>
      <p class="muted small">Нові повідомлення зберігаються, але спершу потрапляють у карантин.</p>
      {secrets === undefined ? null : (
        <OneButton action={`${appeal.href}/unblock`} secrets={secrets} text="Розблокувати" />
      )}
    </section>
  );

const OneButton: FC<{ action: string; secrets: FormSecretsModel; text: string; isMain?: boolean }> = ({
  action,
  secrets,
  text,
  isMain,
}) => (
  <form method="post" action={action}>
    <FormSecrets secrets={secrets} />
    <button class={isMain ? 'button' : 'button button-secondary'} type="submit">
      {text}
    </button>
  </form>
);
