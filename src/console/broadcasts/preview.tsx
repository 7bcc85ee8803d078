import type { FC } from 'hono/jsx';
import type { Link } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { Picture } from '../../domain/content.js';
import { type Block, type Inline, parseMarkup } from '../../domain/markup.js';
import { MarkupText } from '../../web/markup-text.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';

export interface PreviewModel {
  readonly channel: ChannelId;
  readonly title: string;
  readonly text: string;
  readonly pictures: readonly Picture[];
  readonly buttons: readonly Link[];
  /** What a resident loses in this messenger */
  readonly warnings: readonly string[];
}

/** A broadcast as one messenger will show it: Telegram keeps bold, italic and links; Viber shows words only. */
export const Preview: FC<{ preview: PreviewModel }> = ({ preview }) => (
  <article class="stack-small" aria-label={`Вигляд у ${CHANNEL_WORDS[preview.channel]}`}>
    <h3>{CHANNEL_WORDS[preview.channel]}</h3>
    {preview.warnings.map((warning) => (
      <p class="notice notice-warn small">{warning}</p>
    ))}
    <div class="preview stack-small">
      {preview.pictures.map(({ publicName, alt }) => (
        <img src={`/media/${publicName}`} alt={alt} loading="lazy" />
      ))}
      {preview.channel === 'telegram' ? (
        <>
          <p>
            <strong>{preview.title}</strong>
          </p>
          <MarkupText source={preview.text} />
        </>
      ) : (
        <p class="preview-text">{viberText(preview)}</p>
      )}
      {preview.buttons.map(({ label }) => (
        <p class="preview-button">{label}</p>
      ))}
    </div>
  </article>
);

/** Links of the buttons stand under the text too: a computer shows no buttons. */
function viberText({ title, text, buttons }: PreviewModel): string {
  const links = buttons.map(({ label, url }) => `${label}: ${url}`);
  return [title, ...parseMarkup(text).map(plainBlock), ...links].join('\n\n');
}

function plainBlock(block: Block): string {
  return block.kind === 'paragraph'
    ? plainInline(block.children)
    : block.items.map(({ marker, children }) => `${marker} ${plainInline(children)}`).join('\n');
}

/** A link keeps its address in brackets, or nobody could follow it. */
function plainInline(children: readonly Inline[]): string {
  return children
    .map((child) => {
      if (child.kind === 'text') return child.text;
      const words = plainInline(child.children);
      return child.kind === 'link' ? `${words} (${child.url})` : words;
    })
    .join('');
}
