import { Header, type ISectionOptions, PageNumber, Paragraph, TextRun } from 'docx';

/** Millimetres in the unit of Word, a twentieth of a point, rounded as Word rounds. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

const A4 = { width: twips(210), height: twips(297) };
/** The left one leaves room for the binder. */
const MARGIN = {
  left: twips(30),
  right: twips(10),
  top: twips(20),
  bottom: twips(20),
  header: twips(10),
  footer: twips(10),
};
/** Between the margins, twips */
export const TEXT_WIDTH = A4.width - MARGIN.left - MARGIN.right;

/** Office paper: A4, the number of the page top centre from the second one on. @param numberStyle id of a style */
export function officePage(numberStyle: string): Pick<ISectionOptions, 'headers' | 'properties'> {
  const number = new Paragraph({
    style: numberStyle,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  return {
    headers: { default: new Header({ children: [number] }) },
    properties: { titlePage: true, page: { size: A4, margin: MARGIN } },
  };
}
