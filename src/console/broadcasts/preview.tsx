import type { FC } from 'hono/jsx';
import type { ChannelId } from '../../domain/channel-id.js';
import type { Run, ShownMessage } from '../../domain/shown-message.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';

export interface PreviewModel {
  readonly channel: ChannelId;
  /** Made by the code that sends */
  readonly messages: readonly ShownMessage[];
  /** What a resident loses in this messenger */
  readonly warnings: readonly string[];
}

/** A broadcast as one messenger will show it, message by message, and what is lost there. */
export const Preview: FC<{ preview: PreviewModel }> = ({ preview: { channel, messages, warnings } }) => (
  <article class="stack-small" aria-label={`Вигляд у ${CHANNEL_WORDS[channel]}`}>
    <h3>{CHANNEL_WORDS[channel]}</h3>
    {warnings.map((warning) => (
      <p class="notice notice-warn small">{warning}</p>
    ))}
    {messages.map((message, index) => (
      <>
        {messages.length > 1 ? (
          <p class="muted small">
            Повідомлення {index + 1} з {messages.length}
          </p>
        ) : null}
        <Bubble message={message} />
      </>
    ))}
  </article>
);

const Bubble: FC<{ message: ShownMessage }> = ({ message: { words, pictures, file, buttons } }) => (
  <div class="preview stack-small">
    {pictures.length === 0 ? null : (
      <div class={pictures.length > 1 ? 'preview-album' : undefined}>
        {pictures.map(({ publicName, alt }) => (
          <img src={`/media/${publicName}`} alt={alt} loading="lazy" />
        ))}
      </div>
    )}
    {words.length === 0 ? null : (
      <p class="preview-text">
        {words.map((run) => (
          <Words run={run} />
        ))}
      </p>
    )}
    {file === undefined ? null : <p>{file.name}</p>}
    {buttons.map((row) => (
      <p class="preview-row">
        {row.map((label) => (
          <span class="preview-button">{label}</span>
        ))}
      </p>
    ))}
  </div>
);

const Words: FC<{ run: Run }> = ({ run: { text, bold, italic, url } }) => {
  const slanted = italic ? <em>{text}</em> : text;
  const words = bold ? <strong>{slanted}</strong> : slanted;
  if (url === undefined) return <span>{words}</span>;
  return (
    <a href={url} rel="noreferrer">
      {words}
    </a>
  );
};
