import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import { TEXT_WIDTH, twips } from './page.js';

/** Ids of the styles: everything looks as its style says, nothing is formatted by hand. */
export const STYLE = {
  title: 'Title',
  body: 'ReportBody',
  lastBody: 'ReportLastBody',
  signature: 'ReportSignature',
  date: 'ReportDate',
  pageNumber: 'Header',
  runInHeading: 'RunInHeading',
  contents: 'ReportContents',
  cell: 'ReportCell',
  cellHead: 'ReportCellHead',
} as const;

/** 240 is one line */
const LINE = { line: 276, lineRule: LineRuleType.AUTO, before: 0, after: 0 };

/** The package brings styles of its own, coloured unless told otherwise. */
const BLACK = { run: { color: 'auto' } };

/** Times New Roman 14 at 1.15 lines; the text is justified, its first line set in by 1.25 cm. */
export const OFFICE_STYLES = {
  default: {
    document: {
      run: { font: 'Times New Roman', size: 28, language: { value: 'uk-UA' } },
      paragraph: { spacing: LINE },
    },
    heading1: {
      run: { color: 'auto', bold: true },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { ...LINE, before: 360, after: 120 },
        keepNext: true,
      },
    },
    heading2: {
      run: { color: 'auto', bold: true },
      paragraph: { spacing: { ...LINE, before: 240, after: 120 }, keepNext: true },
    },
    heading3: BLACK,
    heading4: BLACK,
    heading5: BLACK,
    heading6: BLACK,
    caption: BLACK,
    hyperlink: { run: { color: 'auto', underline: {} } },
  },
  paragraphStyles: [
    {
      id: STYLE.title,
      name: 'Title',
      basedOn: 'Normal',
      next: STYLE.body,
      quickFormat: true,
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...LINE, after: 240 }, keepNext: true },
    },
    {
      id: STYLE.body,
      name: 'Report Body',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { alignment: AlignmentType.BOTH, indent: { firstLine: twips(12.5) } },
    },
    // The signature never stands alone on a page.
    { id: STYLE.lastBody, name: 'Report Last Body', basedOn: STYLE.body, paragraph: { keepNext: true } },
    {
      id: STYLE.signature,
      name: 'Report Signature',
      basedOn: 'Normal',
      next: STYLE.date,
      paragraph: {
        spacing: { ...LINE, before: 560 },
        keepNext: true,
        leftTabStop: twips(70),
        rightTabStop: TEXT_WIDTH,
      },
    },
    { id: STYLE.date, name: 'Report Date', basedOn: 'Normal' },
    {
      id: STYLE.pageNumber,
      name: 'header',
      basedOn: 'Normal',
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      id: STYLE.contents,
      name: 'Report Contents',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
    },
    {
      id: STYLE.cell,
      name: 'Report Cell',
      basedOn: 'Normal',
      run: { size: 22 },
      paragraph: { spacing: { ...LINE, line: 240 } },
    },
    {
      id: STYLE.cellHead,
      name: 'Report Cell Head',
      basedOn: STYLE.cell,
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
    },
  ],
  characterStyles: [{ id: STYLE.runInHeading, name: 'Run-in Heading', run: { bold: true } }],
} as const satisfies IStylesOptions;
