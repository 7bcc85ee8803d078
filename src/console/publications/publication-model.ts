import { CHANNEL_IDS } from '../../domain/channel-id.js';
import type { Publication, PublicationEvent } from '../../domain/publication.js';
import type { TopicInfo } from '../../domain/topic.js';
import { legalDate } from '../../domain/ukrainian-date.js';
import type { BroadcastView } from '../../services/broadcasts/broadcasts.js';
import type { PublicationWarning } from '../../services/publications/publications.js';
import { broadcastHref } from '../broadcasts/broadcast-model.js';
import { BROADCAST_STATUS_WORDS } from '../words/broadcast-words.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import type { CityDates } from '../words/dates.js';
import {
  EVENT_KIND_WORDS,
  MEDIA_TYPE_WORDS,
  PHOTO_STATUS_WORDS,
  PUBLICATION_STATUS_WORDS,
  SOURCE_WORDS,
} from '../words/publication-words.js';
import { topicWord } from '../words/topic-words.js';
import { kindOf, publicationHref } from './list-model.js';

export interface FactModel {
  readonly term: string;
  readonly value: string;
  readonly href?: string | undefined;
}

export interface PhotoModel {
  readonly alt: string;
  readonly status: string;
  readonly hasFailed: boolean;
  readonly src: string | undefined;
  readonly sourceUrl: string | undefined;
}

export interface PublicationModel {
  readonly href: string;
  readonly title: string;
  readonly text: string;
  readonly status: string;
  readonly isDraft: boolean;
  readonly warnings: readonly string[];
  readonly facts: readonly FactModel[];
  readonly photos: readonly PhotoModel[];
  readonly handOvers: readonly string[];
  readonly broadcasts: readonly FactModel[];
}

interface Beside {
  readonly warnings: readonly PublicationWarning[];
  readonly broadcasts: readonly BroadcastView[];
  readonly topics: readonly TopicInfo[];
  readonly departmentName: (id: string) => string | undefined;
  readonly dates: CityDates;
}

/** One publication, ready to print. */
export function publicationModel(publication: Publication, beside: Beside): PublicationModel {
  const { id, title, text, status, photos, handOvers } = publication;
  const { warnings, broadcasts, dates } = beside;
  return {
    href: publicationHref(id),
    title,
    text,
    status: PUBLICATION_STATUS_WORDS[status === 'draft' ? 'draft' : 'published'],
    isDraft: status === 'draft',
    warnings: warnings.map(({ message }) => message),
    facts: facts(publication, beside),
    photos: photos.map((photo) => ({
      alt: photo.alt,
      status: PHOTO_STATUS_WORDS[photo.status],
      hasFailed: photo.status === 'failed',
      src: photo.picture && `/media/${photo.picture.publicName}`,
      sourceUrl: photo.sourceUrl,
    })),
    handOvers: handOvers.map(
      ({ type, outlet, at }) => `${MEDIA_TYPE_WORDS[type]} – ${outlet}, ${dates.moment(at)}`,
    ),
    broadcasts: broadcasts.map((broadcast) => ({
      term: BROADCAST_STATUS_WORDS[broadcast.status],
      value: broadcast.title,
      href: broadcastHref(broadcast.id),
    })),
  };
}

function facts(publication: Publication, { topics, dates, departmentName }: Beside): FactModel[] {
  const { topic, url, publishedAt, preparedBy, credit, act, event, source, createdAt } = publication;
  const all: (FactModel | false | undefined)[] = [
    { term: 'Вид', value: kindOf(publication) },
    { term: 'Тема', value: topicWord(topics, topic) },
    publishedAt && { term: 'Оприлюднено', value: dates.moment(publishedAt) },
    url !== undefined && { term: 'На сайті', value: url, href: url },
    ...sentFacts(publication, dates),
    preparedBy !== undefined && { term: 'Підготовлено', value: preparedBy },
    credit !== undefined && { term: 'Чиє відео', value: credit },
    act && { term: act.stage === 'draft' ? 'День розгляду' : 'День акта', value: legalDate(act.date) },
    act?.discussionUntil !== undefined && { term: 'Обговорення до', value: legalDate(act.discussionUntil) },
    event && { term: 'Захід', value: `${EVENT_KIND_WORDS[event.kind]}: ${event.name}` },
    event && { term: 'Організатор', value: organiser(event, departmentName) },
    event?.inReport && {
      term: 'У звіті',
      value: event.nameLocative ?? 'так, назви після «Взяли участь» ще немає',
    },
    { term: 'У реєстрі', value: `${dates.moment(createdAt)}, ${SOURCE_WORDS[source]}` },
  ];
  return all.filter((fact) => fact !== false && fact !== undefined);
}

function sentFacts({ sentIn }: Publication, dates: CityDates): FactModel[] {
  return CHANNEL_IDS.flatMap((id) => {
    const at = sentIn[id];
    return at ? [{ term: CHANNEL_WORDS[id], value: dates.moment(at) }] : [];
  });
}

function organiser(
  { departmentId }: PublicationEvent,
  departmentName: (id: string) => string | undefined,
): string {
  return (departmentId && departmentName(departmentId)) || 'інший організатор';
}
