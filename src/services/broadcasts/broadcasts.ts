import type { Amendment } from '../../domain/amendment.js';
import type { ApprovalRight } from '../../domain/approval.js';
import type { Broadcast, BroadcastContent, MissedRule } from '../../domain/broadcast.js';
import type { ChannelId } from '../../domain/channel-id.js';
import type { Picture } from '../../domain/content.js';
import type { DeliveryCounts } from '../../domain/delivery.js';
import type { Departure } from '../../domain/departure.js';
import type { Actor } from '../../domain/role.js';
import type { Page, PageRequest } from '../../lib/page.js';
import type { AudienceTally } from '../subscriptions/census.js';
import type { BroadcastPrice } from '../viber-price/viber-price.js';
import type { AmendmentNote } from './amendment-notes.js';
import type { Appearance } from './appearance.js';
import type { BroadcastFilter } from './store.js';

/** Code of the refusal to write over what somebody else has written meanwhile. */
export const CHANGED_MEANWHILE = 'broadcast.changed-meanwhile';

/** A picture by its address on the web; fetched, checked and re-encoded when the broadcast is saved. */
export interface PictureSource {
  readonly url: string;
  readonly alt: string;
}

/** What an editor gives. `delivery` omitted: `instant` for announcement and alert, else `digest`. */
export type BroadcastInput = Omit<BroadcastContent, 'pictures' | 'delivery'> & {
  readonly media: readonly PictureSource[];
  /** Pictures that are kept already; they stand before `media` */
  readonly pictures?: readonly Picture[];
  readonly delivery: 'instant' | 'digest' | undefined;
  /** The publication it brings to people; for good */
  readonly publicationId?: string | undefined;
};

/** A messenger has asked us to wait: nothing leaves there until then, by the city's calendar. */
export interface ChannelSilence {
  readonly channel: ChannelId;
  readonly until: Date;
}

export interface BroadcastView extends Broadcast, Appearance {
  /** Before planning: who would get it now; afterwards: rows planned */
  readonly audienceSize: { readonly total: number } & Readonly<Record<ChannelId, number>>;
  /** When it really leaves, or goes on leaving; undefined once it does not any more */
  readonly departure: Departure | undefined;
  /** Set while it is being sent: it goes on by itself */
  readonly silences: readonly ChannelSilence[];
  readonly counts: DeliveryCounts;
  readonly channels: Readonly<Record<ChannelId, DeliveryCounts>>;
  /** Undefined while no price is set, or when it does not go to Viber */
  readonly viberPrice: BroadcastPrice | undefined;
  /** Its corrections and its recall, oldest first */
  readonly amendments: readonly AmendmentView[];
}

/** What an editor had before them when they began to write. */
export interface SeenBroadcast {
  readonly hash: string;
  /** Nobody had approved it */
  readonly isDraft: boolean;
}

/** How an unsaved broadcast would be, and who would get it. */
export interface BroadcastLook extends BroadcastView {
  /** Undefined for those whom an earlier broadcast missed: they are chosen by its rows */
  readonly tally: AudienceTally | undefined;
}

/** A correction or a recall, with how far it is. */
export interface AmendmentView extends Broadcast {
  readonly amends: Amendment;
  readonly counts: DeliveryCounts;
  readonly channels: Readonly<Record<ChannelId, DeliveryCounts>>;
  /** What a messenger does not let us do */
  readonly notes: readonly AmendmentNote[];
}

/** Use cases of a broadcast, from draft to the last delivery. All throw Refusal when they cannot. */
export interface Broadcasts {
  /** @param id chosen beforehand by whoever must not make it twice: a repeat gives the kept one */
  create(input: BroadcastInput, actor: Actor, id?: string): Promise<BroadcastView>;
  /** A draft with the content of a broadcast that has ended, for those whom it did not reach. */
  createForMissed(missed: MissedRule, actor: Actor): Promise<BroadcastView>;
  /** A draft with the content of another broadcast, for the whole of its audience; without its time. */
  duplicate(id: string, actor: Actor): Promise<BroadcastView>;
  /** How it would be if this were saved now; nothing is kept. @param id the draft it is written in */
  look(input: BroadcastInput, actor: Actor, id?: string): Promise<BroadcastLook>;
  /**
   * Until it leaves; one that was approved is a draft again then.
   * @param seen what the editor began with: refused with code {@link CHANGED_MEANWHILE} when it is another one now
   */
  update(
    id: string,
    changes: Partial<BroadcastInput>,
    actor: Actor,
    seen?: SeenBroadcast,
  ): Promise<BroadcastView>;
  /** Drafts only */
  remove(id: string, actor: Actor): Promise<void>;
  /**
   * Freezes the content and lets it go after the undo window.
   * @param options.hash hash the approver saw; another one now is a conflict
   * @param options.undoSeconds 0–600; 0 by default
   * @param options.emergencyReason why there is no second person where one is needed; ignored elsewhere
   */
  approve(
    id: string,
    options: {
      readonly hash?: string | undefined;
      readonly undoSeconds?: number | undefined;
      readonly emergencyReason?: string | undefined;
    },
    actor: Actor,
  ): Promise<BroadcastView>;
  /** Drafts that the actor may let go as anybody may who is asked to: alone in an emergency is another matter. Newest first, at most 20 */
  awaiting(actor: Actor): Promise<readonly Broadcast[]>;
  /** How the actor may approve it. */
  approvalRight(broadcast: Broadcast, actor: Actor): Promise<ApprovalRight>;
  /** Takes the approval back, as long as nothing has left: a draft again */
  undo(id: string, actor: Actor): Promise<BroadcastView>;
  pause(id: string, actor: Actor): Promise<BroadcastView>;
  resume(id: string, actor: Actor): Promise<BroadcastView>;
  /** Not yet sent rows become `skipped` */
  cancel(id: string, actor: Actor): Promise<BroadcastView>;
  /**
   * What is right instead, for those who got it; `text` replaces the text. Where the kind needs a second person, the
   * text is to be one that somebody else has proposed.
   * @param correction.emergencyReason why there is no second person; ignored where none is needed
   */
  correct(
    id: string,
    correction: { readonly text: string; readonly emergencyReason?: string | undefined },
    actor: Actor,
  ): Promise<BroadcastView>;
  /** Keeps a correction until somebody with the right to it lets it go by {@link correct}; the last one counts. */
  proposeCorrection(id: string, text: string, actor: Actor): Promise<BroadcastView>;
  /** How the actor may correct it to say `text`; undefined: words of their own */
  correctionRight(broadcast: Broadcast, text: string | undefined, actor: Actor): Promise<ApprovalRight>;
  /** Takes it back where the messenger lets us; what still waits is never sent. @param reason for everybody to read */
  recall(id: string, reason: string | undefined, actor: Actor): Promise<BroadcastView>;
  /** Sends the draft as it is to these addresses only; nothing is counted */
  test(
    id: string,
    to: readonly { readonly channel: ChannelId; readonly address: string }[],
    actor: Actor,
  ): Promise<void>;
  get(id: string): Promise<BroadcastView>;
  /** Newest first */
  list(request: PageRequest & BroadcastFilter): Promise<Page<BroadcastView>>;
}
