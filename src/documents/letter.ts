import { Document, Packer, Paragraph, Tab, TextRun } from 'docx';
import { type PaperParagraph, type PaperSignature, SIGNATURE_LINE } from '../domain/report/paper.js';
import type { ReportDocuments } from '../services/reports/documents.js';
import { officePage } from './page.js';
import { OFFICE_STYLES, STYLE } from './styles.js';

/** The report as a letter for Word: what is printed, and nothing else. */
export const letterDocx: ReportDocuments['letterDocx'] = async ({ paper }) => {
  const { title, paragraphs, signature } = paper;
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: OFFICE_STYLES,
    sections: [
      {
        ...officePage(STYLE.pageNumber),
        children: [
          new Paragraph({ style: STYLE.title, text: title }),
          ...paragraphs.map((paragraph, index) =>
            bodyOf(paragraph, index === paragraphs.length - 1 ? STYLE.lastBody : STYLE.body),
          ),
          ...signatureOf(signature),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};

function bodyOf({ heading, text }: PaperParagraph, style: string): Paragraph {
  if (heading === null) return new Paragraph({ style, text });
  const children = [new TextRun({ style: STYLE.runInHeading, text: heading }), new TextRun(` ${text}`)];
  return new Paragraph({ style, children });
}

/** Post on the left, room for the signature in the middle, name on the right. */
function signatureOf({ post, name, date }: PaperSignature): Paragraph[] {
  const children = [post, new Tab(), SIGNATURE_LINE, new Tab(), name];
  return [
    new Paragraph({ style: STYLE.signature, children: [new TextRun({ children })] }),
    new Paragraph({ style: STYLE.date, text: date }),
  ];
}
