import type { Child, FC } from 'hono/jsx';
import type { PhoneEntity } from '../emulators/phone-message.js';
import type { MarkedText } from './viber-markup.js';

/** A message's text as the phone shows it. Line breaks are the style sheet's (`pre-line`). */
export const FormattedText: FC<{ marked: MarkedText }> = ({ marked: { text, entities } }) => {
  const ordered = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return <>{stretch(text, ordered, 0, text.length)}</>;
};

/** The text between two places; an entity that begins inside another one is drawn inside it. */
function stretch(text: string, entities: readonly PhoneEntity[], from: number, to: number): Child[] {
  const children: Child[] = [];
  let position = from;
  entities.forEach((entity, index) => {
    if (entity.offset < position || entity.offset >= to) return;
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset > position) children.push(text.slice(position, entity.offset));
    const inner = stretch(text, entities.slice(index + 1), entity.offset, end);
    children.push(styled(entity, text.slice(entity.offset, end), inner));
    position = end;
  });
  if (position < to) children.push(text.slice(position, to));
  return children;
}

function styled({ type, url }: PhoneEntity, words: string, inner: Child[]): Child {
  switch (type) {
    case 'bold':
      return <b>{inner}</b>;
    case 'italic':
      return <i>{inner}</i>;
    case 'underline':
      return <u>{inner}</u>;
    case 'strikethrough':
      return <s>{inner}</s>;
    case 'code':
    case 'pre':
      return <code>{inner}</code>;
    case 'blockquote':
    case 'expandable_blockquote':
      return <span class="chat-quote">{inner}</span>;
    case 'text_link':
      return link(url, inner);
    case 'url':
      return link(/^[a-z]+:/i.test(words) ? words : `http://${words}`, inner);
    case 'bot_command':
    case 'hashtag':
    case 'mention':
      return <span class="chat-accent">{inner}</span>;
    default:
      return <span>{inner}</span>;
  }
}

function link(url: string | undefined, inner: Child[]): Child {
  if (url === undefined || !/^https?:/i.test(url)) return <span>{inner}</span>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {inner}
    </a>
  );
}
