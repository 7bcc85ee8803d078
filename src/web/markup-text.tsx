import type { FC } from 'hono/jsx';
import { type Inline, parseMarkup } from '../domain/markup.js';

/** The small safe markup as elements. Every text goes through the escaping of JSX, every link is http or https. */
export const MarkupText: FC<{ source: string }> = ({ source }) => (
  <>
    {parseMarkup(source).map((block) => {
      if (block.kind === 'paragraph') return <p class="markup-paragraph">{inline(block.children)}</p>;
      const items = block.items.map((item) => <li>{inline(item.children)}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    })}
  </>
);

function inline(children: readonly Inline[]) {
  return children.map((child) => <InlineText child={child} />);
}

const InlineText: FC<{ child: Inline }> = ({ child }) => {
  switch (child.kind) {
    case 'text':
      return <>{child.text}</>;
    case 'bold':
      return <strong>{inline(child.children)}</strong>;
    case 'italic':
      return <em>{inline(child.children)}</em>;
    case 'link':
      return (
        <a href={child.url} rel="noreferrer">
          {inline(child.children)}
        </a>
      );
  }
};
