import type { AppealFile } from './appeal.js';

/** An answer that staff give often, prepared once. */
export interface CannedReply {
  readonly id: string;
  /** What it is found by; no two have the same */
  readonly title: string;
  /** With variables in braces: «Ваше звернення {Номер} …» */
  readonly text: string;
  /** Whose appeals it is for; undefined: everybody's */
  readonly departmentId: string | undefined;
  readonly files: readonly AppealFile[];
}

/** What the appeal puts into a canned reply, in the order they are offered. */
export const CANNED_REPLY_VARIABLES = ['ПІБ', 'Номер', 'Дата', 'Строк', 'Підрозділ', 'Тема'] as const;
export type CannedReplyVariable = (typeof CANNED_REPLY_VARIABLES)[number];

/** What one appeal has for them; one that it has nothing for (an anonymous one has no name) is left out. */
export type CannedReplyValues = { readonly [K in CannedReplyVariable]?: string | undefined };

const IN_BRACES = /\{([^{}]*)\}/g;

/**
 * Puts the values of an appeal where their names stand in braces. What a value itself says is left as it is.
 * A variable without a value stays, so that the moderator sees what is missing.
 */
export function fillVariables(text: string, values: CannedReplyValues): string {
  return text.replace(IN_BRACES, (whole, name: string) =>
    isVariable(name) ? (values[name] ?? whole) : whole,
  );
}

/** Variables still standing in a text, each once: an answer with any of them is not ready to be sent. */
export function unfilledVariables(text: string): readonly CannedReplyVariable[] {
  return [...new Set(namesIn(text).filter(isVariable))];
}

/** Names in braces that no appeal has anything for, each once. */
export function unknownVariables(text: string): readonly string[] {
  return [...new Set(namesIn(text).filter((name) => !isVariable(name)))];
}

function namesIn(text: string): string[] {
  return Array.from(text.matchAll(IN_BRACES), ([, name = '']) => name);
}

function isVariable(name: string): name is CannedReplyVariable {
  return CANNED_REPLY_VARIABLES.some((variable) => variable === name);
}
