/** Data of the button that opens a comment on a draft act, wherever it stands: `press.ts` knows the verb. */
export function commentData(publicationId: string): string {
  return `comment:${publicationId}`;
}
