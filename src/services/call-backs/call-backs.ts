import type { Actor } from '../../domain/role.js';

/** A resident's «Подзвоніть мені»: staff are to telephone. */
export interface CallBack {
  readonly id: string;
  readonly subscriberId: string;
  /** As it is dialled */
  readonly phone: string;
  readonly askedAt: Date;
}

/** A call still to be made, with the name the person goes by in the messenger. */
export interface OpenCallBack extends CallBack {
  readonly name: string | undefined;
}

/** Calls that residents asked for. */
export interface CallBacks {
  /** Not made yet, those asked for first before the others; at most {@link CALL_BACKS_SHOWN}. */
  open(): Promise<readonly OpenCallBack[]>;
  countOpen(): Promise<number>;
  /**
   * The call was made, or given up; audited, once.
   *
   * @param note what was said, for colleagues
   * @throws {Refusal} forbidden; notFound when there is no such call any more
   */
  finish(id: string, note: string, actor: Actor): Promise<void>;
}

export const CALL_BACKS_SHOWN = 100;

/** How a call ended. */
export interface CallMade {
  readonly doneAt: Date;
  /** Staff account id */
  readonly doneBy: string;
  readonly note: string;
}

export interface CallBackStore {
  /** Keeps the wish once, however often the inbox row is processed. */
  add(inboxId: string, wish: Omit<CallBack, 'id'>): Promise<void>;
  open(limit: number): Promise<readonly CallBack[]>;
  countOpen(): Promise<number>;
  /** @returns whether it was open until now */
  finish(id: string, by: CallMade): Promise<boolean>;
}
