import type { Doc } from '../values.js';

/**
 * One stage of a pipeline: takes documents in and gives documents on, a batch at a time. A stage that must
 * see everything first gives nothing until `end`.
 */
export interface Stage {
  push(documents: readonly Doc[]): Doc[] | Promise<Doc[]>;
  /** What is left once everything was pushed */
  end?(): Doc[] | Promise<Doc[]>;
  /** Nothing more will come out, whatever is pushed. */
  readonly done?: boolean;
}

/** A stage that treats each document by itself. */
export function eachDocument(change: (document: Doc) => Doc | readonly Doc[]): Stage {
  return { push: (documents) => documents.flatMap(change) };
}

/** Runs documents through a row of stages; `last` sends the ends after them. */
export async function pushThrough(
  stages: readonly Stage[],
  documents: readonly Doc[],
  last: boolean,
): Promise<Doc[]> {
  let flowing: readonly Doc[] = documents;
  for (const stage of stages) {
    const passed = await stage.push(flowing);
    flowing = last && stage.end ? [...passed, ...(await stage.end())] : passed;
  }
  return [...flowing];
}
