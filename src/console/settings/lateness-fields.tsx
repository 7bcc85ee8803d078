import type { FC } from 'hono/jsx';
import { BROADCAST_KINDS } from '../../domain/broadcast.js';
import type { StaleAction } from '../../domain/stale.js';
import { type Option, SelectField, TextField } from '../components/field.js';
import { BROADCAST_KIND_WORDS } from '../words/broadcast-words.js';
import { fieldOf, type SectionModel } from './settings-section.js';

const ACTION_WORDS: Readonly<Record<StaleAction, string>> = {
  send: 'Надіслати із запізненням',
  ask: 'Запитати, чи ще надсилати',
  skip: 'Не надсилати',
};
const ACTIONS: readonly Option[] = Object.entries(ACTION_WORDS).map(([value, label]) => ({ value, label }));

/** What happens to a broadcast that could not leave in time. */
export const LatenessFields: FC<{ section: SectionModel }> = ({ section }) => (
  <>
    <TextField
      {...fieldOf(section, 'broadcasts.staleAfterMinutes')}
      type="number"
      label="Яке запізнення ще не рахувати, хвилин"
      hint="Від 5 до 10 080 (тиждень)"
      required
    />
    <fieldset>
      <legend>Що робити, коли розсилка запізнилася більше</legend>
      <div class="halves">
        {BROADCAST_KINDS.map((kind) => (
          <SelectField
            {...fieldOf(section, `staleBroadcasts.${kind}`)}
            label={BROADCAST_KIND_WORDS[kind]}
            options={ACTIONS}
          />
        ))}
      </div>
    </fieldset>
  </>
);
