import { ExternalHyperlink, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun } from 'docx';
import type { ReportRow } from '../domain/report/rows.js';
import { localDay } from '../lib/city-time.js';
import { TEXT_WIDTH, twips } from './page.js';
import { STYLE } from './styles.js';

const NUMBER = twips(12);
const DATE = twips(24);
const NOTE = twips(48);
const COLUMNS = [NUMBER, DATE, TEXT_WIDTH - NUMBER - DATE - NOTE, NOTE];

/** Rows as a table whose head is repeated on every page. @param timeZone the city's */
export function listTable(rows: readonly ReportRow[], timeZone: string): Table {
  const head = ['№', 'Дата', 'Назва', 'Примітка, хто підготував'].map((text) =>
    cell(new Paragraph({ style: STYLE.cellHead, text })),
  );
  return new Table({
    columnWidths: COLUMNS,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map((row, index) => listRow(row, index + 1, timeZone)),
    ],
  });
}

function listRow(
  { at, title, href, note, preparedBy }: ReportRow,
  place: number,
  timeZone: string,
): TableRow {
  const notes = [note, preparedBy].filter((text) => text !== null && text !== '');
  return new TableRow({
    cantSplit: true,
    children: [
      cell(text(String(place))),
      cell(text(localDay(new Date(at), timeZone).split('-').reverse().join('.'))),
      cell(isAddress(href) ? link(title, href) : text(title)),
      cell(text(notes.join(', '))),
    ],
  });
}

/** A page of the console is not for those who read the appendices. */
function isAddress(href: string | null): href is string {
  return href !== null && /^https?:/.test(href);
}

const cell = (paragraph: Paragraph) => new TableCell({ children: [paragraph] });
const text = (words: string) => new Paragraph({ style: STYLE.cell, text: words });

function link(words: string, url: string): Paragraph {
  const shown = new TextRun({ style: 'Hyperlink', text: words });
  return new Paragraph({
    style: STYLE.cell,
    children: [new ExternalHyperlink({ link: url, children: [shown] })],
  });
}
