import type { FC } from 'hono/jsx';
import { CSRF_FIELD } from '../../web/csrf.js';

/** What makes a form ours, and one submission of it recognisable when the button is pressed twice. */
export interface FormSecretsModel {
  readonly csrfToken: string;
  readonly requestId: string;
}

export const FormSecrets: FC<{ secrets: FormSecretsModel }> = ({ secrets }) => (
  <>
    <input type="hidden" name={CSRF_FIELD} value={secrets.csrfToken} />
    <input type="hidden" name="requestId" value={secrets.requestId} />
  </>
);
