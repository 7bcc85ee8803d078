import type { FC } from 'hono/jsx';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { TableFrame } from '../components/table-frame.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { AudienceModel, ExclusionRow, LookModel } from './look-model.js';
import { Preview } from './preview.js';
import { ViberPrice } from './viber-price.js';

/** Beside the form: both phones as they will look, and what it takes. */
export const Look: FC<{ look: LookModel }> = ({ look }) => (
  <div class="stack" id="compose-look" data-live>
    {look.isBlank ? (
      <p class="muted">Тут з’явиться повідомлення – таким, яким його побачать на телефоні.</p>
    ) : (
      <div class="halves">
        {look.previews.map((preview) => (
          <Preview preview={preview} />
        ))}
      </div>
    )}
    {look.departure === undefined ? null : (
      <p>
        Якщо затвердити зараз, піде <b>{look.departure}</b>.
      </p>
    )}
    {look.price === undefined ? null : <ViberPrice price={look.price} />}
  </div>
);

/** How long the text is, in what each messenger counts. */
export const Sizes: FC<{ sizes: LookModel['sizes'] }> = ({ sizes }) => (
  <p class="muted small digits" id="compose-sizes" data-live>
    Довжина разом із заголовком і посиланнями: {sizes.join('; ')}.
  </p>
);

/** Who gets it, and who does not and why. */
export const AudienceCount: FC<{ audience: AudienceModel }> = ({ audience }) => (
  <div class="stack-small" id="compose-audience" data-live>
    <p>
      Отримають: <b>{audience.total}</b> ({audience.channels.join(', ')})
    </p>
    {audience.pace === undefined ? null : <p class="small">{audience.pace}</p>}
    {audience.excluded.length === 0 ? null : <Excluded rows={audience.excluded} />}
  </div>
);

const Excluded: FC<{ rows: readonly ExclusionRow[] }> = ({ rows }) => (
  <TableFrame label="Хто не отримає й чому">
    <table class="table-numbers">
      <caption>Хто не отримає й чому</caption>
      <thead>
        <tr>
          <th scope="col">Причина</th>
          {CHANNEL_IDS.map((id) => (
            <th scope="col" class="number">
              {CHANNEL_WORDS[id]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ words, cells }) => (
          <tr>
            <th scope="row">{words}</th>
            {cells.map(({ count, href }) => (
              <td class="number">{href === undefined ? count : <a href={href}>{count}</a>}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);
