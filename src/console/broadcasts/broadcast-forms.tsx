import type { FC } from 'hono/jsx';
import type { BroadcastStatus } from '../../domain/broadcast.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { BroadcastModel } from './broadcast-model.js';

interface ActionProps {
  readonly broadcast: BroadcastModel;
  readonly secrets: FormSecretsModel;
}

const CHANGEABLE: Readonly<Partial<Record<BroadcastStatus, string>>> = {
  draft: 'Змінити чернетку',
  approved: 'Змінити (доведеться затвердити ще раз)',
  scheduled: 'Змінити (доведеться затвердити ще раз)',
};

/** What has not left can still be changed, and a draft thrown away: folded, so that it takes two presses. */
export const EditForms: FC<ActionProps> = ({ broadcast, secrets }) => (
  <>
    {CHANGEABLE[broadcast.stage] === undefined ? null : (
      <p>
        <a href={`${broadcast.href}/edit`}>{CHANGEABLE[broadcast.stage]}</a>
      </p>
    )}
    {broadcast.stage === 'draft' ? (
      <p>
        <a href={`${broadcast.href}/trial`}>Надіслати пробу колегам</a>
      </p>
    ) : null}
    {broadcast.amendsHref === undefined ? <DuplicateForm broadcast={broadcast} secrets={secrets} /> : null}
    {broadcast.stage === 'draft' ? <RemoveForm broadcast={broadcast} secrets={secrets} /> : null}
  </>
);

const DuplicateForm: FC<ActionProps> = ({ broadcast, secrets }) => (
  <form method="post" action={`${broadcast.href}/duplicate`}>
    <FormSecrets secrets={secrets} />
    <button class="link-button" type="submit">
      Зробити копію
    </button>
  </form>
);

const RemoveForm: FC<ActionProps> = ({ broadcast, secrets }) => (
  <details>
    <summary>Видалити чернетку</summary>
    <form class="form" method="post" action={`${broadcast.href}/remove`}>
      <FormSecrets secrets={secrets} />
      <p>Чернетку не можна буде відновити.</p>
      <button class="button button-danger" type="submit">
        Видалити
      </button>
    </form>
  </details>
);

const STATE_ACTIONS = ['pause', 'resume', 'cancel'] as const;
type StateAction = (typeof STATE_ACTIONS)[number];

const ACTIONS: Readonly<
  Record<StateAction, { label: string; from: readonly BroadcastStatus[]; tone: string }>
> = {
  pause: { label: 'Призупинити', from: ['sending'], tone: 'button-secondary' },
  resume: { label: 'Продовжити', from: ['paused'], tone: '' },
  cancel: {
    label: 'Скасувати розсилку',
    from: ['approved', 'scheduled', 'sending', 'paused'],
    tone: 'button-danger',
  },
};

/** What may be done with a broadcast on its way. */
export const StateForms: FC<ActionProps> = ({ broadcast, secrets }) => (
  <div class="row" id="broadcast-actions" data-live>
    {STATE_ACTIONS.filter((action) => ACTIONS[action].from.includes(broadcast.stage)).map((action) => (
      <form method="post" action={`${broadcast.href}/${action}`}>
        <FormSecrets secrets={secrets} />
        <button class={`button ${ACTIONS[action].tone}`.trim()} type="submit">
          {ACTIONS[action].label}
        </button>
      </form>
    ))}
  </div>
);
