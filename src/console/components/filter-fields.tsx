import type { FC } from 'hono/jsx';
import { CHANNEL_IDS } from '../../domain/channel-id.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import { SelectField } from './field.js';

/** Chooses one messenger of a list, or both. */
export const ChannelFilter: FC<{ value: string }> = ({ value }) => (
  <SelectField
    name="channel"
    label="Месенджер"
    value={value}
    options={[
      { value: '', label: 'Обидва' },
      ...CHANNEL_IDS.map((id) => ({ value: id, label: CHANNEL_WORDS[id] })),
    ]}
  />
);

interface StatusFilterProps {
  readonly value: string;
  /** Words of each status, in the order they are offered */
  readonly words: Readonly<Record<string, string>>;
}

/** Chooses one status of a list, or any. */
export const StatusFilter: FC<StatusFilterProps> = ({ value, words }) => (
  <SelectField
    name="status"
    label="Стан"
    value={value}
    options={[
      { value: '', label: 'Будь-який' },
      ...Object.entries(words).map(([status, label]) => ({ value: status, label })),
    ]}
  />
);
