import type { Picture } from '../../../domain/content.js';
import { CONSTANT_PARAGRAPHS } from '../../../domain/report/constant-paragraphs.js';
import { lastDayOf, monthWords } from '../../../domain/report/month.js';
import type { ParagraphKey } from '../../../domain/report/paragraph.js';
import { namesOn } from '../../../domain/report/wording.js';
import type { AppealStore } from '../../../services/appeals/store.js';
import type { PublicationStore } from '../../../services/publications/store.js';
import { DEFAULT_REPORT_SETTINGS } from '../../../services/reports/default-settings.js';
import type { ReportMarksStore } from '../../../services/reports/ports.js';
import type { SeededSubscriber } from '../broadcasts.js';
import type { DemonstrationStore } from '../ports.js';
import type { StaffIds } from '../staff.js';
import { appealsOfMarch } from './appeals.js';
import { broadcastsOfMarch } from './broadcasts.js';
import { deletedOfMarch, neighboursOfMarch, withEdges } from './noise.js';
import { formerSubscribers } from './people.js';
import { FEBRUARY_2021, MARCH_2021 } from './plan.js';
import { momentOf, publicationsOf } from './publications.js';

export interface MonthsDeps {
  readonly store: Pick<DemonstrationStore, 'addBroadcast' | 'addFormerSubscribers'>;
  readonly publications: Pick<PublicationStore, 'insert' | 'remove'>;
  readonly appeals: Pick<AppealStore, 'insert'>;
  readonly reportMarks: Pick<ReportMarksStore, 'judge'>;
  readonly staff: StaffIds;
  /** Today's people: whose chats the appeals of 2021 came from */
  readonly citizens: readonly SeededSubscriber[];
  /** The picture that all reports of events share */
  readonly photo: Picture;
  readonly timeZone: string;
}

/** March 2021 as the department's own report tells it, with what stands around it. Safe to repeat. */
export async function seedMonths(deps: MonthsDeps): Promise<void> {
  const { publications, staff, photo, timeZone } = deps;
  await publications.insert(publicationsOf(FEBRUARY_2021, photo, timeZone));
  await publications.insert(withEdges(publicationsOf(MARCH_2021, photo, timeZone), timeZone));
  await publications.insert(neighboursOfMarch(timeZone));
  for (const deleted of await publications.insert(deletedOfMarch(timeZone)))
    if (deleted) await publications.remove(deleted.id, deleted.createdAt);
  await deps.store.addFormerSubscribers(formerSubscribers(timeZone));
  await Promise.all(broadcastsOfMarch(staff, timeZone).map((one) => deps.store.addBroadcast(one, [])));
  await Promise.all(
    appealsOfMarch(deps.citizens, staff, timeZone).map((one) =>
      deps.appeals.insert(one, `demonstration-${one.number}`),
    ),
  );
  await confirmConstants(deps);
}

/** The head has read the constant sentences on the first of April: the report is ready to be signed. */
async function confirmConstants({ reportMarks, staff, timeZone }: MonthsDeps): Promise<void> {
  const { month } = MARCH_2021;
  const names = namesOn(DEFAULT_REPORT_SETTINGS.names, lastDayOf(month));
  const at = momentOf('2021-04', 1, 9 * 60, timeZone);
  for (const [key, write] of Object.entries(CONSTANT_PARAGRAPHS)) {
    const text = write({ month: monthWords(month), names });
    await reportMarks.judge(month, { key: key as ParagraphKey, text, isTrue: true, by: staff.head, at });
  }
}
