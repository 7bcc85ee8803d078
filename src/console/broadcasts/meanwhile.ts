import { createHash } from 'node:crypto';
import type { Broadcast } from '../../domain/broadcast.js';
import type { SeenBroadcast } from '../../services/broadcasts/broadcasts.js';
import { formText } from '../forms.js';
import type { ComposeValues } from './compose-values.js';

/** Parts of the form that one person changes and another may change too. */
const PARTS = {
  kind: ['kind'],
  title: ['title'],
  text: ['text'],
  link: ['linkUrl', 'linkLabel'],
  buttons: ['buttons'],
  pictures: ['pictures'],
  topics: ['topics'],
  channels: ['channels'],
  sendAt: ['sendAt'],
  delivery: ['delivery'],
  ignoreQuietHours: ['ignoreQuietHours'],
} as const satisfies Readonly<Record<string, readonly (keyof ComposeValues)[]>>;
export type ComposePart = keyof typeof PARTS;
const PART_NAMES = Object.keys(PARTS) as ComposePart[];

/** What the form began with: carried in it, compared when it is saved. */
export interface Beginning extends SeenBroadcast {
  /** A short digest of each part */
  readonly parts: Readonly<Record<string, string>>;
}

/** A part that somebody else has changed meanwhile. */
export interface MeanwhileChange {
  readonly part: ComposePart;
  /** Whether the writer has changed it too: then the form keeps the writer's */
  readonly isContested: boolean;
}

export function beginningOf(
  { hash, status }: Pick<Broadcast, 'hash' | 'status'>,
  values: ComposeValues,
): Beginning {
  const parts = Object.fromEntries(PART_NAMES.map((part) => [part, digest(values, part)]));
  return { hash, isDraft: status === 'draft', parts };
}

/** The hidden fields of the form. @returns undefined when they are not there */
export function readBeginning(form: FormData): Beginning | undefined {
  const hash = formText(form, 'seenHash');
  const digests = formText(form, 'seenParts').split(' ');
  if (hash === '') return undefined;
  const parts = Object.fromEntries(PART_NAMES.map((part, at) => [part, digests[at] ?? '']));
  return { hash, isDraft: formText(form, 'seenDraft') === 'yes', parts };
}

export function seenFields({ hash, isDraft, parts }: Beginning): Readonly<Record<string, string>> {
  const seenParts = PART_NAMES.map((part) => parts[part]).join(' ');
  return { seenHash: hash, seenDraft: isDraft ? 'yes' : 'no', seenParts };
}

/**
 * What two people have made of one draft: of each part the one that was changed; where both were, the writer's own,
 * for the writer to decide.
 */
export function mergeMeanwhile(
  { parts }: Pick<Beginning, 'parts'>,
  mine: ComposeValues,
  theirs: ComposeValues,
): { readonly values: ComposeValues; readonly changes: readonly MeanwhileChange[] } {
  const changed = PART_NAMES.filter(
    (part) => digest(theirs, part) !== parts[part] && digest(theirs, part) !== digest(mine, part),
  );
  const changes = changed.map((part) => ({ part, isContested: digest(mine, part) !== parts[part] }));
  const taken = changes
    .filter(({ isContested }) => !isContested)
    .flatMap(({ part }) => PARTS[part].map((name) => [name, theirs[name]]));
  return { values: { ...mine, ...Object.fromEntries(taken) }, changes };
}

function digest(values: ComposeValues, part: ComposePart): string {
  const content = PARTS[part].map((name) => values[name]);
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 12);
}
