import { z } from '@hono/zod-openapi';
import type { ReportParagraph } from '../domain/report/compose.js';
import { keyWords } from '../domain/report/key-words.js';
import { textOf } from '../domain/report/pieces.js';
import type { ReportRow } from '../domain/report/rows.js';
import type { ReportView, Signature } from '../services/reports/reports.js';

const rowJson = z
  .strictObject({
    id: z.string(),
    at: z.iso.datetime(),
    title: z.string(),
    url: z.string().nullable().openapi({ description: 'Its page; a path is one of this console' }),
    preparedBy: z.string().nullable(),
    note: z.string().nullable().openapi({ description: 'Number of an act, credit, outlet, messenger' }),
  })
  .openapi('ReportRow');
const rowsJson = z.array(rowJson);

/** A signed version. */
export const signatureJson = z
  .strictObject({
    version: z.int().min(1),
    hash: z.string().openapi({ description: 'SHA-256 of text, numbers and lists' }),
    by: z.string(),
    name: z.string(),
    at: z.iso.datetime(),
  })
  .openapi('ReportSignature');

/** A month's report with everything that stands beside it. */
export const reportJson = z
  .strictObject({
    month: z.string(),
    title: z.string(),
    paragraphs: z.array(
      z.strictObject({
        key: z.string(),
        kind: z.enum(['data', 'constant', 'names']),
        state: z
          .enum(['printed', 'unconfirmed', 'declined', 'empty'])
          .openapi({ description: 'Nothing but `printed` is in the letter' }),
        heading: z.string().nullable(),
        text: z.string(),
        toFill: z.string().nullable().openapi({ description: 'What somebody has to enter before signing' }),
      }),
    ),
    numbers: z.array(
      z.strictObject({
        key: z.string(),
        words: z.string().openapi({ description: 'What is counted, in the genitive plural' }),
        count: z.int(),
        previous: z.int().openapi({ description: 'The month before' }),
        list: rowsJson.openapi({ description: 'Exactly `count` rows' }),
      }),
    ),
    signature: signatureJson.nullable().openapi({ description: 'null: nobody has signed what is shown' }),
    signatures: z.array(signatureJson).openapi({ description: 'Oldest first' }),
    discrepancies: z
      .array(
        z.strictObject({
          key: z.string(),
          signed: z.int(),
          count: z.int(),
          added: rowsJson,
          removed: rowsJson,
        }),
      )
      .openapi({ description: 'What has changed since the newest signature' }),
    problems: z
      .strictObject({
        unconfirmed: z.array(z.string()),
        toFill: z.array(z.string()),
        disagreements: z.array(
          z.strictObject({ total: z.string(), count: z.int(), parts: z.int(), rows: rowsJson }),
        ),
      })
      .openapi({ description: 'What keeps the report as it reads now from being signed' }),
    hash: z.string().openapi({ description: 'Of what is shown; for `…/sign`' }),
  })
  .openapi('MonthlyReport');

/** @param view with the lists of subscribers @see reportJson */
export function toReportJson(view: ReportView): z.infer<typeof reportJson> {
  const { report, signature, discrepancies, problems } = view;
  return {
    month: report.month,
    title: report.title,
    paragraphs: report.paragraphs.map(toParagraphJson),
    numbers: Object.entries(report.counts).map(([key, count]) => ({
      key,
      words: keyWords(key),
      count,
      previous: view.previous[key] ?? 0,
      list: (report.lists[key] ?? []).map(toRowJson),
    })),
    signature: signature ? toSignatureJson(signature) : null,
    signatures: view.signatures.map(toSignatureJson),
    discrepancies: discrepancies.map(({ key, signedCount, count, added, removed }) => ({
      key,
      signed: signedCount,
      count,
      added: added.map(toRowJson),
      removed: removed.map(toRowJson),
    })),
    problems: {
      unconfirmed: [...problems.unconfirmed],
      toFill: [...problems.toFill],
      disagreements: problems.disagreements.map(({ total, totalCount, partsCount, rows }) => ({
        total,
        count: totalCount,
        parts: partsCount,
        rows: rows.map(toRowJson),
      })),
    },
    hash: view.hash,
  };
}

/** @see signatureJson */
export function toSignatureJson({ version, hash, by, name, at }: Signature): z.infer<typeof signatureJson> {
  return { version, hash, by, name, at: at.toISOString() };
}

function toParagraphJson({ key, kind, state, heading, pieces, toFill }: ReportParagraph) {
  return { key, kind, state, heading, text: textOf(pieces), toFill };
}

function toRowJson({ href, ...row }: ReportRow): z.infer<typeof rowJson> {
  return { ...row, url: href };
}
