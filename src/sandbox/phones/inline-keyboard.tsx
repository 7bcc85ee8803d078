import type { FC } from 'hono/jsx';
import type { PhoneButton, PhoneMessage } from '../emulators/phone-message.js';

/** Buttons under a bubble. Each press is a form of its own kind: it works without scripts too. */
export const InlineKeyboard: FC<{ message: PhoneMessage; action: string }> = ({ message, action }) => {
  if (message.buttons.length === 0) return null;
  return (
    <form class="inline-keyboard" method="post" action={`${action}/press`} data-live-form>
      <input type="hidden" name="messageId" value={message.id} />
      {message.buttons.map((row, rowIndex) => (
        <div class="inline-row">
          {row.map((button, column) => (
            <InlineButton button={button} value={`${rowIndex}.${column}`} />
          ))}
        </div>
      ))}
    </form>
  );
};

const InlineButton: FC<{ button: PhoneButton; value: string }> = ({
  button: { label, action, url },
  value,
}) =>
  action === 'url' && url !== undefined ? (
    <a class="inline-button inline-link" href={url} target="_blank" rel="noreferrer">
      {label}
    </a>
  ) : (
    <button class="inline-button" name="button" value={value} type="submit">
      {label}
    </button>
  );
