import type { FC } from 'hono/jsx';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import { SelectField } from './field.js';

interface WordFilterProps {
  readonly name: string;
  readonly label: string;
  /** The choice that narrows nothing: «Усі», «Будь-який» */
  readonly any: string;
  readonly value: string;
  /** Words of each value, in the order they are offered */
  readonly words: Readonly<Record<string, string>>;
}

/** Chooses one value of a list's field, or any. */
export const WordFilter: FC<WordFilterProps> = ({ any, words, ...field }) => (
  <SelectField
    {...field}
    options={[
      { value: '', label: any },
      ...Object.entries(words).map(([value, label]) => ({ value, label })),
    ]}
  />
);

/** Chooses one messenger of a list, or both. */
export const ChannelFilter: FC<Pick<WordFilterProps, 'value'>> = ({ value }) => (
  <WordFilter name="channel" label="Месенджер" any="Обидва" value={value} words={CHANNEL_WORDS} />
);

/** Chooses one status of a list, or any. */
export const StatusFilter: FC<Pick<WordFilterProps, 'value' | 'words'>> = (status) => (
  <WordFilter name="status" label="Стан" any="Будь-який" {...status} />
);
