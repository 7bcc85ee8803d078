import type { Connection } from 'mongoose';
import type { MonthFacts, MonthHandOver, MonthPublication } from '../../domain/report/facts.js';
import type { MonthBounds } from '../../domain/report/month.js';
import type { FindFirstPublished, ReadMonthFacts } from '../../services/reports/ports.js';
import { type AppealDocument, appealModel } from '../appeals/appeal-model.js';
import { departmentModel } from '../appeals/department-model.js';
import { type BroadcastDocument, broadcastModel } from '../broadcasts/broadcast-model.js';
import { type PublicationDocument, publicationModel } from '../publications/publication-model.js';
import { countSubscribedAt } from '../subscribers/subscribed-at.js';

/** Only what is counted or shown; texts and pictures stay where they are. */
const PUBLICATION_FIELDS = {
  kind: 1,
  title: 1,
  url: 1,
  publishedAt: 1,
  preparedBy: 1,
  credit: 1,
  act: 1,
  event: 1,
  holidayIds: 1,
  'photos.status': 1,
} as const;

/** Reads what a month is counted from; the lists come in the order of time. */
export function createReadMonthFacts(connection: Connection): ReadMonthFacts {
  const Publication = publicationModel(connection);
  const Appeal = appealModel(connection);
  const Broadcast = broadcastModel(connection);
  const Department = departmentModel(connection);

  return async (bounds): Promise<MonthFacts> => {
    const [publications, handOvers, appeals, subscriberCounts, broadcasts, departments] = await Promise.all([
      Publication.find({ status: 'published', listedAt: within(bounds) }, PUBLICATION_FIELDS)
        .sort({ listedAt: -1, _id: -1 })
        .lean<PublicationDocument[]>(),
      // Without their status, by which thousands would be read: few are handed over.
      // Its types take `at` for the method of arrays.
      Publication.find({ 'handOvers.at': within(bounds) } as never, {
        status: 1,
        title: 1,
        url: 1,
        preparedBy: 1,
        handOvers: 1,
      }).lean<PublicationDocument[]>(),
      Appeal.find({ receivedAt: within(bounds), quarantine: null }, APPEAL_FIELDS)
        .sort({ receivedAt: 1 })
        .lean<AppealDocument[]>(),
      countSubscribedAt(connection, bounds.until),
      // A correction or a recall is a part of the broadcast it amends.
      Broadcast.find({ startedAt: within(bounds), amends: { $exists: false } }, { title: 1, startedAt: 1 })
        .sort({ startedAt: 1 })
        .lean<BroadcastDocument[]>(),
      Department.find({}, { name: 1 }).lean(),
    ]);
    const departmentNames = new Map(departments.map(({ _id, name }) => [_id, name]));
    return {
      publications: publications.reverse().map((document) => toPublication(document, departmentNames)),
      handOvers: handOvers
        .filter(({ status }) => status === 'published')
        .flatMap((publication) => toHandOvers(publication, bounds)),
      appeals: appeals.map(({ _id, accessLimit, ...appeal }) => ({
        ...appeal,
        dueAt: appeal.dueAt,
        subject: subjectShown(appeal, accessLimit !== undefined),
        rating: appeal.rating,
        applicants: appeal.applicants ?? 1,
      })),
      subscriberCounts,
      broadcasts: broadcasts.flatMap(({ _id, title, startedAt }) =>
        startedAt ? [{ id: _id.toHexString(), title, startedAt }] : [],
      ),
    };
  };
}

/** Finds when the oldest published material was published. */
export function createFindFirstPublished(connection: Connection): FindFirstPublished {
  const Publication = publicationModel(connection);
  return async () => {
    const oldest = await Publication.findOne({ status: 'published' }, { publishedAt: 1 })
      .sort({ listedAt: 1, _id: 1 })
      .lean<PublicationDocument>();
    return oldest?.publishedAt;
  };
}

/**
 * A report is read by more people than appeals are: whoever chose «не для оприлюднення» was promised neither name nor
 * text in it.
 */
function subjectShown(
  { door, subject }: Pick<AppealDocument, 'door' | 'subject'>,
  isLimited: boolean,
): string {
  if (isLimited) return 'Обмежений доступ';
  return door === 'private' ? 'Не для оприлюднення' : subject;
}

/** Nothing of who wrote it, and not what. */
const APPEAL_FIELDS = {
  number: 1,
  channel: 1,
  door: 1,
  category: 1,
  departmentId: 1,
  subject: 1,
  receivedAt: 1,
  dueAt: 1,
  'history.status': 1,
  'history.at': 1,
  rating: 1,
  applicants: 1,
  'accessLimit.by': 1,
} as const;

const within = ({ from, until }: MonthBounds) => ({ $gte: from, $lt: until });

function toPublication(
  { _id, photos, publishedAt, ...rest }: PublicationDocument,
  departmentNames: ReadonlyMap<string, string>,
): MonthPublication {
  if (!publishedAt) throw new Error('a published publication has its moment');
  return {
    ...rest,
    id: _id.toHexString(),
    url: rest.url,
    preparedBy: rest.preparedBy,
    credit: rest.credit,
    act: rest.act,
    event: rest.event,
    publishedAt,
    photoCount: photos?.filter(({ status }) => status !== 'failed').length ?? 0,
    department: departmentNames.get(rest.event?.departmentId ?? ''),
  };
}

function toHandOvers(publication: PublicationDocument, { from, until }: MonthBounds): MonthHandOver[] {
  const { _id, title, url, preparedBy, handOvers } = publication;
  return handOvers
    .filter(({ at }) => at >= from && at < until)
    .map((handOver) => ({ ...handOver, publicationId: _id.toHexString(), title, url, preparedBy }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
