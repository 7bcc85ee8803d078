/** Placeholder of the dialogue's author: the open question and the unfinished form of one person. */
export type DialogueState = { readonly screen: string };
