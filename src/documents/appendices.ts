import { Document, type FileChild, Packer, Paragraph, TextRun } from 'docx';
import { monthWords } from '../domain/report/month.js';
import { printedNumber } from '../domain/report/pieces.js';
import { upperFirst } from '../lib/upper-first.js';
import type { MonthReport } from '../services/reports/reports.js';
import { type Appendix, type AppendixGroup, appendicesOf } from './appendix-lists.js';
import { type Heading, headingParagraph, tableOfContents } from './contents.js';
import { listTable } from './list-table.js';
import { officePage } from './page.js';
import { pageNumbersOf } from './page-numbers.js';
import { OFFICE_STYLES, STYLE } from './styles.js';

/** What stands under one heading. */
interface Part {
  readonly heading: Heading;
  readonly content: readonly FileChild[];
}

/** The lists behind the numbers as a second file, with «Як підраховано» at the end. @param timeZone the city's */
export async function appendicesDocx(
  { month, lists, definitions }: Pick<MonthReport, 'month' | 'lists' | 'definitions'>,
  timeZone: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { accusative, year } = monthWords(month);
  const title = `Додатки до звіту за ${accusative} ${year} року`;
  const appendices = appendicesOf(lists);
  const parts = [
    ...appendices.flatMap((appendix, index) => partsOf(appendix, index + 1, timeZone)),
    howCounted(definitions),
  ];
  const rowCount = appendices.flatMap(({ groups }) => groups).reduce((sum, { rows }) => sum + rows.length, 0);
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    styles: OFFICE_STYLES,
    pageNumbers: pageNumbersOf(rowCount),
    sections: [
      {
        ...officePage(STYLE.pageNumber),
        children: [
          new Paragraph({ style: STYLE.title, text: title }),
          ...tableOfContents(parts.map(({ heading }) => heading)),
          ...parts.flatMap(({ heading, content }) => [headingParagraph(heading), ...content]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function partsOf({ title, groups }: Appendix, number: number, timeZone: string): Part[] {
  const anchor = `appendix${number}`;
  const nothing = new Paragraph({ style: STYLE.body, text: 'Протягом місяця не було.' });
  const partOf = (group: AppendixGroup, index: number): Part => ({
    heading: { level: 2, text: groupTitle(group), anchor: `${anchor}part${index + 1}` },
    content: [listTable(group.rows, timeZone)],
  });
  return [
    {
      heading: { level: 1, text: `Додаток ${number}. ${title}`, anchor },
      content: groups.length === 0 ? [nothing] : [],
    },
    ...groups.map(partOf),
  ];
}

function howCounted(definitions: MonthReport['definitions']): Part {
  const content = definitions.map(({ title, text }) => {
    const heading = new TextRun({ style: STYLE.runInHeading, text: `${title}.` });
    return new Paragraph({ style: STYLE.body, children: [heading, new TextRun(` ${text}`)] });
  });
  return { heading: { level: 1, text: 'Як підраховано', anchor: 'counted' }, content };
}

/** «Новин – 221» */
function groupTitle({ title, rows }: AppendixGroup): string {
  return `${upperFirst(title)} – ${printedNumber(rows.length)}`;
}
