import { appealLists } from './appeal-lists.js';
import { broadcastList } from './audience-lists.js';
import type { MonthFacts } from './facts.js';
import { type MaterialKind, mediaLists, publicationLists } from './publication-lists.js';
import type { ReportLists } from './rows.js';

/**
 * Every list of the report but those of subscribers. A number is the length of its list, so the two can never differ.
 *
 * @param until the first moment after the month
 */
export function listsOf(facts: MonthFacts, materialKinds: readonly MaterialKind[], until: Date): ReportLists {
  return new Map([
    ...publicationLists(facts.publications, materialKinds),
    ...mediaLists(facts.handOvers),
    ...appealLists(facts.appeals, until),
    broadcastList(facts.broadcasts),
  ]);
}
