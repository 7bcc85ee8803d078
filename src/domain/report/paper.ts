import { legalDate } from '../ukrainian-date.js';
import type { ReportParagraph } from './compose.js';
import { textOf } from './pieces.js';
import type { ReportNames } from './wording.js';

/** The report as it leaves the house: only what is printed, without marks or keys. */
export interface Paper {
  readonly title: string;
  readonly paragraphs: readonly PaperParagraph[];
  readonly signature: PaperSignature;
}

export interface PaperParagraph {
  /** Set bold at the start of the line */
  readonly heading: string | null;
  readonly text: string;
}

export interface PaperSignature {
  /** «Начальник відділу» */
  readonly post: string;
  /** '' leaves the place empty */
  readonly name: string;
  /** «1 квітня 2021 року» */
  readonly date: string;
}

/** Room for the handwritten signature between post and name. */
export const SIGNATURE_LINE = '____________';

/** @param day of the signature, `YYYY-MM-DD` */
export function paperOf(
  title: string,
  paragraphs: readonly ReportParagraph[],
  { signerPost, signerName }: Pick<ReportNames, 'signerPost' | 'signerName'>,
  day: string,
): Paper {
  return {
    title,
    paragraphs: paragraphs
      .filter(({ state }) => state === 'printed')
      .map(({ heading, pieces }) => ({ heading, text: textOf(pieces) })),
    signature: { post: signerPost, name: signerName, date: legalDate(day) },
  };
}

/** The paper as plain text, for an e-mail: paragraphs apart, « » and no-break spaces kept. */
export function plainTextOf({ title, paragraphs, signature }: Paper): string {
  const lines = paragraphs.map(({ heading, text }) => (heading === null ? text : `${heading} ${text}`));
  return `${[title, ...lines, signatureText(signature)].join('\n\n')}\n`;
}

/** The paper as Markdown; what a person typed stays text. */
export function markdownOf({ title, paragraphs, signature }: Paper): string {
  const lines = paragraphs.map(({ heading, text }) =>
    heading === null ? escaped(text) : `**${escaped(heading)}** ${escaped(text)}`,
  );
  return `${[`**${escaped(title)}**`, ...lines, signatureText(signature)].join('\n\n')}\n`;
}

function signatureText({ post, name, date }: PaperSignature): string {
  return `${`${post} ${SIGNATURE_LINE} ${name}`.trimEnd()}\n${date}`;
}

/** Signs that Markdown would take for its own. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~]|&(?=#?\w+;)/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
