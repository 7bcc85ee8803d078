import type { FC } from 'hono/jsx';
import type { FieldErrors } from '../forms.js';

/** Everything that is wrong with a form, before it, each with a link to its field; it has the focus. */
export const ErrorSummary: FC<{ errors: FieldErrors }> = ({ errors }) =>
  Object.keys(errors).length === 0 ? null : (
    <div class="notice notice-bad stack-small" role="alert" tabindex={-1} autofocus>
      <h2>Виправте, будь ласка</h2>
      <ul>
        {Object.entries(errors).map(([field, complaint]) => (
          <li>
            <a href={`#${field}`}>{complaint}</a>
          </li>
        ))}
      </ul>
    </div>
  );
