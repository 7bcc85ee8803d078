import type { FC } from 'hono/jsx';
import type { PhoneButton, PhoneKeyboard } from '../emulators/phone-message.js';

/** Viber's grid: sixths of the screen's width. @see https://developers.viber.com/docs/tools/keyboards/ */
const GRID_COLUMNS = 6;

/** The keyboard under the chat: Telegram's rows, or Viber's grid of up to six columns. */
export const Keyboard: FC<{ keyboard: PhoneKeyboard; action: string; label: string }> = ({
  keyboard,
  action,
  label,
}) => (
  <form class="keyboard" method="post" action={`${action}/press-key`} data-live-form aria-label={label}>
    {keyboard.rows.map((row, rowIndex) => (
      <div class="keyboard-row">
        {row.map((button, column) => (
          <Key button={button} place={`${rowIndex}.${column}`} />
        ))}
      </div>
    ))}
  </form>
);

const Key: FC<{ button: PhoneButton; place: string }> = ({ button, place }) => {
  const { label, action, url, columns = GRID_COLUMNS } = button;
  const className = `key key-${columns}${action === 'share-location' ? ' key-place' : ''}`;
  return action === 'url' && url !== undefined ? (
    <a class={`${className} key-link`} href={url} target="_blank" rel="noreferrer">
      {label}
    </a>
  ) : (
    <button class={className} name="button" value={place} type="submit">
      {label}
    </button>
  );
};
