import { type Paper, SIGNATURE_LINE } from '../domain/report/paper.js';

/** The report as a page of its own, to be put on a site or printed. */
export function ReportPage({ paper: { title, paragraphs, signature } }: { readonly paper: Paper }) {
  return (
    <html lang="uk">
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
      </head>
      <body>
        <h1>{title}</h1>
        {paragraphs.map(({ heading, text }) => (
          <p>
            {heading !== null && (
              <>
                <strong>{heading}</strong>{' '}
              </>
            )}
            {text}
          </p>
        ))}
        <p>
          {signature.post} {SIGNATURE_LINE} {signature.name}
          <br />
          {signature.date}
        </p>
      </body>
    </html>
  );
}
