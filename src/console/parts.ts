import type { Role } from '../domain/role.js';
import type { Clocks } from '../lib/clocks.js';
import type { Logger } from '../lib/log.js';
import type { Absences } from '../services/absences/absences.js';
import type { AnswerDrafts } from '../services/answer-drafts/answer-drafts.js';
import type { Appeals } from '../services/appeals/appeals.js';
import type { AppealExport } from '../services/appeals/exporting.js';
import type { WriteRemarks, WriteXlsx } from '../services/appeals/tables.js';
import type { AuditReading } from '../services/audit/reading.js';
import type { ReadAnalytics } from '../services/broadcasts/analytics.js';
import type { Broadcasts } from '../services/broadcasts/broadcasts.js';
import type { Deliveries } from '../services/broadcasts/deliveries.js';
import type { TrialRecipients } from '../services/broadcasts/trial-recipients.js';
import type { CallBacks } from '../services/call-backs/call-backs.js';
import type { CannedReplies } from '../services/canned-replies/canned-replies.js';
import type { ComposeDrafts } from '../services/compose-drafts/compose-drafts.js';
import type { DailyCounts } from '../services/daily-counts/daily-counts.js';
import type { Departments } from '../services/departments/departments.js';
import type { Faq } from '../services/faq/faq.js';
import type { Feeds } from '../services/feeds/feeds.js';
import type { Files } from '../services/files/files.js';
import type { Pictures, PictureUploads } from '../services/files/pictures.js';
import type { CityCalendar } from '../services/greetings/city-calendar.js';
import type { Greetings } from '../services/greetings/greetings.js';
import type { Lights } from '../services/lights/lights.js';
import type { MorningDigests } from '../services/morning-digest/morning-digest.js';
import type { ErasureStore } from '../services/my-data/ports.js';
import type { ReadTroubles } from '../services/outbox/store.js';
import type { Presence } from '../services/presence/presence.js';
import type { PublicationImport } from '../services/publications/csv/import.js';
import type { Publications } from '../services/publications/publications.js';
import type { ReportDocuments } from '../services/reports/documents.js';
import type { Reports } from '../services/reports/reports.js';
import type { Retention } from '../services/retention/retention.js';
import type { SavedViews } from '../services/saved-views/saved-views.js';
import type { Settings } from '../services/settings/settings.js';
import type { Sessions } from '../services/staff/sessions.js';
import type { Staff } from '../services/staff/staff.js';
import type { Subscriptions } from '../services/subscriptions/subscriptions.js';
import type { Templates } from '../services/templates/templates.js';
import type { Topics } from '../services/topics/topics.js';
import type { ViberPrice } from '../services/viber-price/viber-price.js';
import type { PendingCookies } from '../web/pending-cookie.js';
import type { SessionCookies } from '../web/session-cookie.js';

/** One-click signing in, which exists in the sandbox only. */
export interface SandboxSignIn {
  /** Roles that have a demonstration account, in the order of the buttons */
  readonly roles: readonly Role[];
  /** @returns id of the demonstration account */
  staffId(role: Role): Promise<string>;
}

/** Everything the console is given. */
export interface ConsoleParts {
  readonly absences: Absences;
  readonly appeals: Appeals;
  readonly appealExport: AppealExport;
  readonly writeXlsx: WriteXlsx;
  readonly writeRemarks: WriteRemarks;
  readonly broadcasts: Broadcasts;
  readonly deliveries: Deliveries;
  readonly analytics: ReadAnalytics;
  readonly auditReading: AuditReading;
  readonly dailyCounts: Pick<DailyCounts, 'lastDays'>;
  readonly calendar: CityCalendar;
  readonly callBacks: CallBacks;
  readonly cannedReplies: CannedReplies;
  readonly faq: Faq;
  readonly answerDrafts: AnswerDrafts;
  readonly composeDrafts: ComposeDrafts;
  readonly presence: Presence;
  readonly departments: Departments;
  readonly morningDigests: Pick<MorningDigests, 'get' | 'daysOf'>;
  readonly greetings: Pick<Greetings, 'open' | 'choose' | 'between'>;
  readonly publications: Publications;
  readonly publicationImport: PublicationImport;
  readonly pictures: Pictures & PictureUploads;
  readonly reports: Reports;
  readonly documents: ReportDocuments;
  readonly feeds: Feeds;
  readonly subscriptions: Subscriptions;
  readonly lights: Lights;
  readonly templates: Templates;
  readonly trialRecipients: TrialRecipients;
  /** Messengers that refuse our bot */
  readonly troubles: ReadTroubles;
  readonly staff: Pick<
    Staff,
    'accounts' | 'access' | 'apiTokens' | 'signIn' | 'secondFactor' | 'ownAccount'
  > & {
    readonly sessions: Pick<Sessions, 'listOf' | 'endOne'>;
  };
  readonly savedViews: SavedViews;
  readonly settings: Settings;
  readonly topics: Topics;
  readonly viberPrice: Pick<ViberPrice, 'month'>;
  readonly retention: Pick<Retention, 'forecast'>;
  /** Receipts of erasures */
  readonly erasures: Pick<ErasureStore, 'latest'>;
  /** Names of staff accounts and API tokens by id; unknown ones are left out */
  readonly namesOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly files: Pick<Files, 'get' | 'read' | 'put' | 'findPublic'>;
  readonly cookies: SessionCookies;
  readonly pendingCookies: PendingCookies;
  /** Present in the sandbox only: a red band on every page, and signing in without a password */
  readonly sandbox: SandboxSignIn | undefined;
  readonly publicUrl: string | undefined;
  readonly timeZone: string;
  readonly clocks: Clocks;
  /** An unguessable name for one submission of a form */
  readonly randomId: () => string;
  /** Live streams end when the service stops */
  readonly stopping: AbortSignal;
  readonly log: Logger;
}
