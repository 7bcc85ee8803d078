import type { BroadcastContent } from '../../domain/broadcast.js';
import type { Actor } from '../../domain/role.js';

/** What a template keeps of a broadcast; its texts may hold fields: «{вулиця}». */
export type TemplateContent = Pick<
  BroadcastContent,
  'kind' | 'title' | 'text' | 'link' | 'buttons' | 'audience' | 'ignoreQuietHours'
> & {
  /** Undefined: as is usual for the kind */
  readonly delivery: BroadcastContent['delivery'] | undefined;
};

/** A broadcast that is written again and again. */
export interface Template extends TemplateContent {
  readonly id: string;
  /** What staff call it; unique */
  readonly name: string;
}

/** Use cases of templates. All throw Refusal when they cannot. */
export interface Templates {
  /** By name, at most {@link TEMPLATES_MAX} */
  list(): Promise<readonly Template[]>;
  get(id: string): Promise<Template>;
  add(input: Omit<Template, 'id'>, actor: Actor): Promise<Template>;
  change(id: string, input: Omit<Template, 'id'>, actor: Actor): Promise<Template>;
  remove(id: string, actor: Actor): Promise<void>;
}

/** More of them nobody finds their way in. */
export const TEMPLATES_MAX = 200;
export const TEMPLATE_NAME_MAX = 100;

/** Templates by id; names are unique. */
export interface TemplateStore {
  list(): Promise<readonly Template[]>;
  get(id: string): Promise<Template | undefined>;
  /** @returns undefined when the name is taken */
  insert(template: Omit<Template, 'id'>): Promise<Template | undefined>;
  /** @returns undefined when the name is taken */
  replace(template: Template): Promise<Template | undefined>;
  remove(id: string): Promise<void>;
}
