import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';
import type { DigestModel, DigestSectionModel } from './digest-model.js';

/** Mail programs read no style sheets: everything stands at its element. */
const STYLES = {
  body: 'margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font:16px/1.5 Arial,sans-serif',
  page: 'max-width:640px;margin:0 auto',
  heading: 'margin:24px 0 8px;font-size:18px;border-bottom:1px solid #767676',
  list: 'margin:0;padding:0 0 0 20px',
  item: 'margin:0 0 12px',
  link: 'color:#0b57a4',
  details: 'color:#595959;font-size:14px',
} as const;

/** The policy of this page alone: nothing is loaded, and only the styles at its elements are applied. */
export const EMAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

/** The digest as a letter: one file without pictures, scripts and sheets, with whole addresses in its links. */
export function DigestEmail({ digest }: { readonly digest: DigestModel }) {
  return (
    <>
      {raw('<!doctype html>')}
      <html lang="uk">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{digest.title}</title>
        </head>
        <body style={STYLES.body}>
          <main style={STYLES.page}>
            <h1 style="margin:0 0 8px;font-size:22px">{digest.title}</h1>
            <p style={STYLES.details}>{digest.made}</p>
            <p>{digest.summary}</p>
            {digest.substituted === undefined ? null : <p>{digest.substituted}</p>}
            {digest.callBacks === undefined ? null : <p>{digest.callBacks}</p>}
            {digest.sections.map((section) => (
              <Section section={section} />
            ))}
          </main>
        </body>
      </html>
    </>
  );
}

const Section: FC<{ section: DigestSectionModel }> = ({ section: { heading, items, more } }) => (
  <>
    <h2 style={STYLES.heading}>{heading}</h2>
    <ul style={STYLES.list}>
      {items.map(({ href, title, details }) => (
        <li style={STYLES.item}>
          <a href={href} style={STYLES.link}>
            {title}
          </a>
          <br />
          <span style={STYLES.details}>{details}</span>
        </li>
      ))}
    </ul>
    {more === undefined ? null : <p>{more}</p>}
  </>
);
