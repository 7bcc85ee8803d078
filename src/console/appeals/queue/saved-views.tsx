import type { FC } from 'hono/jsx';
import { VIEW_NAME_MAX } from '../../../services/saved-views/saved-views.js';
import { TextField } from '../../components/field.js';
import { FormSecrets } from '../../components/form-secrets.js';
import type { QueueModel } from './queue-model.js';

/** The person's own views: opened, kept under a name, removed. */
export const SavedViews: FC<{ queue: QueueModel }> = ({ queue: { savedViews, secrets, address } }) => (
  <div class="saved-views">
    {savedViews.length === 0 ? null : (
      <nav aria-label="Збережені вибірки">
        <ul class="row" id="saved-views" data-live>
          {savedViews.map((view) => (
            <li>
              <a href={view.href} aria-current={view.isCurrent ? 'page' : undefined}>
                {view.name}
              </a>{' '}
              <span class="tab-count digits">{view.count}</span>
            </li>
          ))}
        </ul>
      </nav>
    )}
    <details>
      <summary>Зберегти або прибрати вибірку</summary>
      <form class="form" method="post" action="/appeals/views">
        <FormSecrets secrets={secrets} />
        <input type="hidden" name="address" value={address} />
        <TextField
          name="view-name"
          label="Назва вибірки"
          hint="Запам’ятає вибрані зараз умови лише для вас."
          maxLength={VIEW_NAME_MAX}
          required
        />
        <div>
          <button class="button button-secondary" type="submit">
            Зберегти вибірку
          </button>
        </div>
      </form>
      {savedViews.map((view) => (
        <form method="post" action="/appeals/views/remove">
          <FormSecrets secrets={secrets} />
          <input type="hidden" name="id" value={view.id} />
          <input type="hidden" name="address" value={address} />
          <button class="link-button" type="submit">
            Прибрати «{view.name}»
          </button>
        </form>
      ))}
    </details>
  </div>
);
