import type { FC } from 'hono/jsx';
import { Badge } from '../components/badge.js';
import type { FileModel, MessageModel } from './message-model.js';

/** What the citizen and the office wrote to each other, oldest first. */
export const Conversation: FC<{ messages: readonly MessageModel[] }> = ({ messages }) => (
  <section aria-labelledby="conversation-title" class="stack">
    <h2 id="conversation-title">Листування</h2>
    <ol class="conversation" id="conversation" data-live>
      {messages.map((message) => (
        <Message message={message} />
      ))}
    </ol>
  </section>
);

const Message: FC<{ message: MessageModel }> = ({ message }) => (
  <li
    class={classOf(message)}
    data-key={message.id}
    data-announce={message.from === 'citizen' ? 'Нове повідомлення від заявника' : undefined}
  >
    <p class="muted small">
      {message.author}, {message.when}
      {message.notice === undefined ? null : ` · ${message.notice}`}
    </p>
    {message.text === '' ? null : <p class="message-text">{message.text}</p>}
    <Files files={message.files} />
    {message.signature === undefined ? null : <p class="small">{message.signature}</p>}
    {message.delivery === undefined ? null : (
      <p>
        <Badge tone={message.delivery.tone} text={message.delivery.words} />
      </p>
    )}
  </li>
);

function classOf({ from, notice }: MessageModel): string {
  if (from === 'citizen') return 'message';
  return notice === undefined ? 'message message-staff' : 'message message-staff message-notice';
}

const Files: FC<{ files: readonly FileModel[] }> = ({ files }) => {
  const pictures = files.filter(({ shownAs }) => shownAs === 'picture');
  const others = files.filter(({ shownAs }) => shownAs !== 'picture');
  return (
    <>
      {pictures.length === 0 ? null : (
        <ul class="thumbs">
          {pictures.map(({ href, label }) => (
            <li>
              <a class="thumb" href={href}>
                <img src={href} alt={`${label}: відкрити повністю`} loading="lazy" width="128" height="128" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {others.map((file) => (
        <OtherFile file={file} />
      ))}
    </>
  );
};

const OtherFile: FC<{ file: FileModel }> = ({ file: { href, label, shownAs } }) =>
  shownAs === 'video' ? (
    <div class="stack-small">
      <p class="small">{label}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what the resident filmed */}
      <video controls preload="none" src={href} aria-label={label} />
      <p class="small">
        <a href={href}>Відкрити відео</a>
      </p>
    </div>
  ) : shownAs === 'sound' ? (
    <div class="stack-small">
      <p class="small">{label}</p>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what the resident said */}
      <audio controls preload="none" src={href} aria-label={label} />
    </div>
  ) : (
    <p>
      <a href={href}>{label}</a>
    </p>
  );
