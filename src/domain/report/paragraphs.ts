import { appeals } from './appeals-paragraph.js';
import { constant } from './constant-paragraphs.js';
import { events, greetings, publicCouncil } from './named-paragraphs.js';
import type { ParagraphRule } from './paragraph.js';
import { acts, materials, media, photo, videos } from './publication-paragraphs.js';

/** The whole report, in the order of the paper that the department has always written. */
export const PARAGRAPHS: readonly ParagraphRule[] = [
  constant('activity'),
  constant('parties'),
  materials,
  acts,
  constant('press'),
  media,
  videos,
  constant('monitoring'),
  constant('petitions'),
  constant('website'),
  constant('budget'),
  constant('informing'),
  publicCouncil,
  events,
  photo,
  greetings,
  appeals,
];
