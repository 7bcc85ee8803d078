import type { Actor } from '../../domain/role.js';
import type { DepartmentInput } from './input.js';

/** A unit of the council with all that staff write down about it. */
export interface DepartmentCard extends DepartmentInput {
  readonly id: string;
  /** Gets no new appeals; its name stays in old ones */
  readonly isArchived: boolean;
}

/** Units of the council. Changes are audited; all throw Refusal when they cannot. */
export interface Departments {
  /** In the order of the console's lists; the first one answers for what is nobody's. Archived ones come last. */
  list(): Promise<readonly DepartmentCard[]>;
  get(id: string): Promise<DepartmentCard>;
  /** @param id undefined: a new one. Its categories are taken away from others. */
  save(id: string | undefined, input: DepartmentInput, actor: Actor): Promise<DepartmentCard>;
  /** @throws {Refusal} conflict: it has open appeals, or it is the last one */
  archive(id: string, actor: Actor): Promise<void>;
  restore(id: string, actor: Actor): Promise<void>;
  /** @throws {Refusal} conflict: it has had appeals, or it is the last one */
  remove(id: string, actor: Actor): Promise<void>;
}

/** Departments of a council. */
export const DEPARTMENTS_MAX = 500;

export interface DepartmentStore {
  /** In their order, at most {@link DEPARTMENTS_MAX}. */
  list(): Promise<readonly DepartmentCard[]>;
  /** Writes it as it is given, the new one at the end; takes its categories away from others. */
  put(department: DepartmentCard): Promise<void>;
  remove(id: string): Promise<void>;
}
