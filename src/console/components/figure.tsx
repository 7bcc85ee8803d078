import type { FC } from 'hono/jsx';

export interface FigureModel {
  readonly label: string;
  readonly value: string;
  readonly href?: string | undefined;
  readonly tone?: 'plain' | 'warn' | 'bad' | undefined;
}

/** A number somebody came for, with what it counts; a link when its rows can be opened. */
export const Figure: FC<{ figure: FigureModel }> = ({ figure: { label, value, href, tone = 'plain' } }) => {
  const className = tone === 'plain' ? 'figure' : `figure figure-${tone}`;
  const content = (
    <>
      <span class="figure-value">{value}</span>
      <span class="muted">{label}</span>
    </>
  );
  return href === undefined ? (
    <div class={className}>{content}</div>
  ) : (
    <a class={className} href={href}>
      {content}
    </a>
  );
};
