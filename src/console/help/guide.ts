import type { Permission } from '../../domain/role.js';

/** A picture of the console's own page, made by `npm run screenshots`. */
export interface GuidePicture {
  /** File under `pictures/`, without its ending */
  readonly name: string;
  /** What is to be seen, for those who do not see it */
  readonly alt: string;
}

/** A page, shown as a link to those who may open it. */
export interface GuideLink {
  readonly href: string;
  readonly label: string;
  readonly permission: Permission;
}

/** One thing to do, in the words that stand on the buttons. */
export interface GuideStep {
  readonly heading: string;
  /** Small markup, see `domain/markup.ts` */
  readonly text: string;
  /** The page where it is done */
  readonly link?: GuideLink;
  readonly picture?: GuidePicture;
}

/** The first day of somebody at work. */
export interface Guide {
  readonly slug: 'editor' | 'moderator' | 'head';
  readonly title: string;
  /** Whom it is for and what they will be able to do */
  readonly lead: string;
  readonly steps: readonly GuideStep[];
}

/** Every picture is this large, so that nothing jumps while it loads. */
export const PICTURE_SIZE = { width: 840, height: 525 } as const;
