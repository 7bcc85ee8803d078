import { type Connection, type Model, Schema, type Types } from 'mongoose';
import {
  ACT_ISSUERS,
  ACT_STAGES,
  EVENT_KINDS,
  MEDIA_TYPES,
  PUBLICATION_KINDS,
  PUBLICATION_SOURCES,
  PUBLICATION_STATUSES,
  type Publication,
} from '../../domain/publication.js';
import { typedModel } from '../typed-model.js';

type Optional = 'url' | 'publishedAt' | 'preparedBy' | 'credit' | 'act' | 'event' | 'feedId';

export type PublicationDocument = Omit<Publication, 'id' | Optional> & {
  readonly [K in Optional]?: NonNullable<Publication[K]>;
} & {
  readonly _id: Types.ObjectId;
  /** Absent on what was deleted: the address is free again */
  readonly canonicalUrl?: string;
  /** The canonical address that a deleted one had: a feed does not bring it back */
  readonly removedUrl?: string;
  /** Its place in lists: when it was published; of a draft, when it was made */
  readonly listedAt: Date;
  /** What it is found by, see `publication-search.ts` */
  readonly words: readonly string[];
};

const pictureSchema = new Schema(
  { fileId: String, publicName: String, alt: String, sourceUrl: String, wasAnimated: Boolean },
  { _id: false },
);
const photoSchema = new Schema(
  {
    sourceUrl: String,
    alt: String,
    status: { type: String, enum: ['waiting', 'kept', 'failed'] },
    picture: pictureSchema,
  },
  { _id: false },
);
const handOverSchema = new Schema(
  { type: { type: String, enum: MEDIA_TYPES }, outlet: String, at: Date },
  { _id: false },
);
const actSchema = new Schema(
  {
    issuer: { type: String, enum: ACT_ISSUERS, required: true },
    stage: { type: String, enum: ACT_STAGES, required: true },
    number: { type: String, default: '' },
    date: { type: String, required: true },
    discussionUntil: String,
  },
  { _id: false },
);
const eventSchema = new Schema(
  {
    kind: { type: String, enum: EVENT_KINDS, required: true },
    departmentId: String,
    name: { type: String, required: true },
    nameLocative: String,
    inReport: { type: Boolean, required: true },
    reportOrder: Number,
  },
  { _id: false },
);

const publicationSchema = new Schema(
  {
    kind: { type: String, enum: PUBLICATION_KINDS, required: true },
    topic: { type: String, required: true },
    title: { type: String, required: true },
    text: { type: String, default: '' },
    url: String,
    canonicalUrl: String,
    removedUrl: String,
    status: { type: String, enum: PUBLICATION_STATUSES, required: true },
    publishedAt: Date,
    listedAt: { type: Date, required: true },
    preparedBy: String,
    credit: String,
    photos: { type: [photoSchema], default: [] },
    handOvers: { type: [handOverSchema], default: [] },
    sentIn: { type: { telegram: Date, viber: Date, _id: false }, default: {} },
    act: actSchema,
    event: eventSchema,
    holidayIds: { type: [String], default: [] },
    source: { type: String, enum: PUBLICATION_SOURCES, required: true },
    feedId: String,
    words: { type: [String], default: [] },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'publications', versionKey: false, minimize: false },
);
publicationSchema.index({ canonicalUrl: 1 }, { unique: true, sparse: true });
publicationSchema.index({ removedUrl: 1 }, { sparse: true });
// Lists, newest first.
publicationSchema.index({ listedAt: -1, _id: -1 });
publicationSchema.index({ kind: 1, listedAt: -1, _id: -1 });
publicationSchema.index({ topic: 1, listedAt: -1, _id: -1 });
publicationSchema.index({ kind: 1, topic: 1, listedAt: -1, _id: -1 });
publicationSchema.index({ feedId: 1, listedAt: -1, _id: -1 }, { sparse: true });
publicationSchema.index({ words: 1, listedAt: -1, _id: -1 });
publicationSchema.index({ holidayIds: 1, listedAt: -1, _id: -1 });
publicationSchema.index({ status: 1, listedAt: -1, _id: -1 });
// Counts come from these alone.
publicationSchema.index({ status: 1, kind: 1, topic: 1, listedAt: -1, _id: -1 });
publicationSchema.index(
  { 'act.issuer': 1, 'act.stage': 1, status: 1, topic: 1, listedAt: -1 },
  { sparse: true },
);
publicationSchema.index({ 'act.number': 1 }, { sparse: true });
publicationSchema.index({ 'photos.status': 1 });
// Hand-overs of a month.
publicationSchema.index({ 'handOvers.at': 1 });

export function publicationModel(connection: Connection): Model<PublicationDocument> {
  return typedModel(connection, 'Publication', publicationSchema);
}

/** A stored publication as the services know it. */
export function toPublication(document: PublicationDocument): Publication {
  const {
    _id,
    canonicalUrl: _canonical,
    removedUrl: _removed,
    listedAt: _listed,
    words: _words,
    ...fields
  } = document;
  return {
    ...fields,
    id: _id.toHexString(),
    url: document.url,
    publishedAt: document.publishedAt,
    preparedBy: document.preparedBy,
    credit: document.credit,
    act: document.act && { ...document.act, discussionUntil: document.act.discussionUntil },
    event: document.event && {
      ...document.event,
      departmentId: document.event.departmentId,
      nameLocative: document.event.nameLocative,
      reportOrder: document.event.reportOrder,
    },
    feedId: document.feedId,
    photos: document.photos.map((photo) => ({
      ...photo,
      sourceUrl: photo.sourceUrl,
      picture: photo.picture,
    })),
  };
}
