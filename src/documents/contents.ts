import {
  Bookmark,
  HeadingLevel,
  InternalHyperlink,
  LeaderType,
  PageReference,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { TEXT_WIDTH } from './page.js';
import { STYLE } from './styles.js';

/** A heading that the table of contents leads to. */
export interface Heading {
  readonly level: 1 | 2;
  readonly text: string;
  /** Name of its bookmark: Latin letters and digits */
  readonly anchor: string;
}

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;

export function headingParagraph({ level, text, anchor }: Heading): Paragraph {
  return new Paragraph({
    heading: LEVELS[level],
    children: [new Bookmark({ id: anchor, children: [new TextRun(text)] })],
  });
}

/** «Зміст»: every entry is a link with the number of its page, see `page-numbers.ts`. */
export function tableOfContents(headings: readonly Heading[]): Paragraph[] {
  return [
    new Paragraph({ style: STYLE.contents, text: 'Зміст' }),
    ...headings.map(({ level, text, anchor }) => {
      const entry = new TextRun({ children: [text, new Tab()] });
      return new Paragraph({
        style: `TOC${level}`,
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT }],
        children: [new InternalHyperlink({ anchor, children: [entry, new PageReference(anchor)] })],
      });
    }),
  ];
}
