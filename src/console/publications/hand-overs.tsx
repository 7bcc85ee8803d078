import type { FC } from 'hono/jsx';
import { MEDIA_TYPES } from '../../domain/publication.js';
import { NAME_MAX } from '../../services/publications/input.js';
import { SelectField, TextField } from '../components/field.js';
import { FormSecrets } from '../components/form-secrets.js';
import { MEDIA_TYPE_WORDS } from '../words/publication-words.js';
import type { PublicationViewProps } from './publication-view.js';

/** To which media it was given: one line for each outlet. */
export const HandOvers: FC<PublicationViewProps> = ({ publication, mayWrite, secrets, typed }) => (
  <section class="card" aria-labelledby="hand-overs-title">
    <h2 id="hand-overs-title">Передано до ЗМІ</h2>
    {publication.handOvers.length === 0 ? <p class="muted">Нікому не передавали.</p> : null}
    <ul class="stack-small">
      {publication.handOvers.map((words, place) => (
        <li class="row">
          <span>{words}</span>
          {mayWrite ? (
            <form method="post" action={`${publication.href}/remove-hand-over`}>
              <FormSecrets secrets={secrets} />
              <input type="hidden" name="place" value={place} />
              <button class="link-button" type="submit" aria-label={`Прибрати: ${words}`}>
                Прибрати
              </button>
            </form>
          ) : null}
        </li>
      ))}
    </ul>
    {mayWrite ? (
      <details open={typed?.action === 'add-hand-over'}>
        <summary>Додати передачу</summary>
        <form class="form" method="post" action={`${publication.href}/add-hand-over`}>
          <FormSecrets secrets={secrets} />
          <SelectField
            name="type"
            label="Що передано"
            value={typed?.values.type}
            options={MEDIA_TYPES.map((type) => ({ value: type, label: MEDIA_TYPE_WORDS[type] }))}
          />
          <TextField
            name="outlet"
            label="Видання, студія, сайт"
            value={typed?.values.outlet}
            maxLength={NAME_MAX}
            required
          />
          <TextField type="datetime-local" name="at" label="Коли" value={typed?.values.at} required />
          <div>
            <button class="button button-secondary" type="submit">
              Додати
            </button>
          </div>
        </form>
      </details>
    ) : null}
  </section>
);
