import { canonicalUrl } from '../../../domain/canonical-url.js';
import { Refusal } from '../../../domain/refusal.js';
import type { Actor } from '../../../domain/role.js';
import type { Topics } from '../../topics/topics.js';
import { publicationSchemas } from '../input.js';
import type { PublicationInput, Publications } from '../publications.js';
import type { PublicationStore } from '../store.js';
import { readCsv } from './decode.js';
import { type CsvReading, type CsvRow, toCsvRow } from './row.js';
import { CSV_COLUMNS } from './words.js';

/** What would happen with one line of the file. */
export interface ImportLine {
  readonly line: number;
  readonly title: string;
  /** `kept`: its address is in the register, or stands in the file before */
  readonly outcome: 'new' | 'kept' | 'rejected';
  /** Why not, in words */
  readonly reason: string | undefined;
}

export interface ImportResult {
  readonly created: number;
  readonly kept: number;
  readonly rejected: number;
}

/** Brings in publications from a table. */
export interface PublicationImport {
  /** The dry run: nothing is changed. @throws {Refusal} invalid for what is no table */
  plan(bytes: Uint8Array): Promise<readonly ImportLine[]>;
  /** Brings in every line that is right. @throws {Refusal} */
  run(bytes: Uint8Array, actor: Actor): Promise<ImportResult>;
}

export interface ImportDeps {
  readonly publications: Pick<Publications, 'registerMany'>;
  readonly store: Pick<PublicationStore, 'byCanonicalUrl'>;
  readonly topics: Pick<Topics, 'list'>;
  /** Sandbox: photos may come from this machine over http */
  readonly allowLoopbackMedia: boolean;
  readonly timeZone: string;
}

/** The import of the register. */
export function createPublicationImport(deps: ImportDeps): PublicationImport {
  const { input: schema } = publicationSchemas(deps.allowLoopbackMedia);
  const { timeZone } = deps;

  return {
    async plan(bytes) {
      const rows = rowsOf(bytes, { schema, timeZone, topics: await deps.topics.list() });
      const urls = rows.flatMap((row) => urlOf(row) ?? []);
      const known = await deps.store.byCanonicalUrl([...new Set(urls)], false);
      const seen = new Set<string>();
      return rows.map((row) => {
        const { line, title } = row;
        if ('complaint' in row) return { line, title, outcome: 'rejected', reason: row.complaint };
        const url = urlOf(row);
        if (url === undefined) return { line, title, outcome: 'new', reason: undefined };
        const reason = known.has(url)
          ? 'Публікація з цією адресою вже є в реєстрі.'
          : seen.has(url)
            ? 'Ця адреса вже є у файлі вище.'
            : undefined;
        seen.add(url);
        return { line, title, outcome: reason === undefined ? 'new' : 'kept', reason };
      });
    },

    async run(bytes, actor) {
      const rows = rowsOf(bytes, { schema, timeZone, topics: await deps.topics.list() });
      const inputs: PublicationInput[] = rows.flatMap((row) => ('input' in row ? [row.input] : []));
      const { created, kept } = await deps.publications.registerMany(inputs, { actor, source: 'csv' });
      return { created: created.length, kept: kept.length, rejected: rows.length - inputs.length };
    },
  };
}

function rowsOf(bytes: Uint8Array, reading: CsvReading): CsvRow[] {
  const records = readCsv(bytes, columnOf);
  if (!records.some(({ fields }) => 'title' in fields))
    throw new Refusal(
      'invalid',
      'csv.columns',
      'У першому рядку мають бути назви стовпців, серед них «назва».',
    );
  return records.map((record) => toCsvRow(record, reading));
}

function columnOf(heading: string): string | undefined {
  const wanted = heading.trim().toLocaleLowerCase('uk');
  return Object.entries(CSV_COLUMNS).find(([, names]) => (names as readonly string[]).includes(wanted))?.[0];
}

function urlOf(row: CsvRow): string | undefined {
  return 'input' in row && row.input.url !== undefined ? canonicalUrl(row.input.url) : undefined;
}
