import { Document, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx';
import { NO_VERDICT_WORDS, type Remark, remarkTotals, VERDICT_WORDS } from '../domain/remarks.js';
import { legalDate } from '../domain/ukrainian-date.js';
import { upperFirst } from '../lib/upper-first.js';
import type { WriteRemarks } from '../services/appeals/tables.js';
import { officePage, TEXT_WIDTH, twips } from './page.js';
import { OFFICE_STYLES, STYLE } from './styles.js';

const HEAD = ['№', 'Автор', 'Зміст зауваження', 'Чи враховано', 'Обґрунтування'];
const FIXED = [twips(10), twips(32), twips(28), twips(42)] as const;
const [NUMBER, AUTHOR, VERDICT, REASON] = FIXED;
const COLUMNS = [NUMBER, AUTHOR, TEXT_WIDTH - FIXED.reduce((sum, width) => sum + width, 0), VERDICT, REASON];

/** «Таблиця зауважень» of a draft act for Word: its head is repeated on every page. */
export const remarksDocx: WriteRemarks = async ({ title, discussionUntil, remarks }) => {
  const heading = 'Зауваження і пропозиції до проєкту акта';
  const document = new Document({
    title: heading,
    creator: '',
    lastModifiedBy: '',
    styles: OFFICE_STYLES,
    sections: [
      {
        ...officePage(STYLE.pageNumber),
        children: [
          new Paragraph({ style: STYLE.title, text: heading }),
          body(title),
          ...(discussionUntil === undefined
            ? []
            : [body(`Обговорення тривало до ${legalDate(discussionUntil)}.`)]),
          ...(remarks.length === 0 ? [body('Зауважень і пропозицій не надходило.')] : [tableOf(remarks)]),
          body(remarkTotals(remarks)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
};

function tableOf(remarks: readonly Remark[]): Table {
  const head = HEAD.map((text) => cell([new Paragraph({ style: STYLE.cellHead, text })]));
  return new Table({
    columnWidths: COLUMNS,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...remarks.map((remark, index) => rowOf(remark, index + 1)),
    ],
  });
}

function rowOf({ author, number, text, verdict, reason }: Remark, place: number): TableRow {
  const words = upperFirst(verdict === undefined ? NO_VERDICT_WORDS : VERDICT_WORDS[verdict]);
  const cells = [String(place), `${author}\n${number}`, text, words, reason];
  return new TableRow({ children: cells.map((one) => cell(one.split('\n').map(line))) });
}

const body = (text: string) => new Paragraph({ style: STYLE.body, text });
const line = (text: string) => new Paragraph({ style: STYLE.cell, text });
const cell = (children: readonly Paragraph[]) => new TableCell({ children });
