import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Option } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AppealAction } from './actions/appeal-actions.js';
import type { AppealModel } from './appeal-model.js';

export interface WorkFormsProps {
  readonly appeal: AppealModel;
  readonly secrets: FormSecretsModel;
  /** Who may be given it */
  readonly colleagues: readonly Option[];
  /** Who may decide to extend the term; empty: the viewer decides */
  readonly deciders: readonly Option[];
  /** What a refused form had in it */
  readonly typed: Readonly<Record<string, string>>;
  /** The form that was refused: it stays open */
  readonly open: AppealAction | undefined;
}

interface WorkProps extends Pick<WorkFormsProps, 'appeal' | 'secrets' | 'open'> {
  readonly action: AppealAction;
  readonly title: string;
  readonly button: string;
}

/** One thing that can be done, behind its own heading; it stays open when it was refused. */
export const WorkForm: FC<PropsWithChildren<WorkProps>> = ({
  appeal,
  secrets,
  open,
  action,
  title,
  button,
  children,
}) => (
  <details class="card" open={open === action}>
    <summary>{title}</summary>
    <form class="form" method="post" action={`${appeal.href}/${action}`}>
      <FormSecrets secrets={secrets} />
      {children}
      <div>
        <button class="button button-secondary" type="submit">
          {button}
        </button>
      </div>
    </form>
  </details>
);
