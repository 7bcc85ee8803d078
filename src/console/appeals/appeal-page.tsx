import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { can, isConcernedWith } from '../../domain/role.js';
import { maySign, needsSignature } from '../../services/appeals/policy.js';
import type { WebEnv } from '../../web/env.js';
import { currentSession } from '../../web/session-cookie.js';
import { ConsolePage } from '../components/console-page.js';
import type { NoticeModel } from '../components/notice.js';
import type { ConsoleParts } from '../parts.js';
import { createCityDates } from '../words/dates.js';
import type { AppealAction } from './actions/appeal-actions.js';
import { answerModel } from './answer-model.js';
import { appealModel, rulesOf } from './appeal-model.js';
import { AppealView } from './appeal-view.js';
import { placeMapModel } from './place/place-map-model.js';
import { colleagueOption } from './queue/colleagues.js';
import { similarModel } from './similar-model.js';

/** Accounts of a council. */
const COLLEAGUES_MAX = 500;

export interface PageAnswer {
  readonly status: ContentfulStatusCode;
  readonly notice: NoticeModel | undefined;
  /** What a refused form had in it, by field */
  readonly typed: Readonly<Record<string, string>>;
  /** The form that was refused */
  readonly action: AppealAction | undefined;
  /** The answer may be sent all the same, once its writer has read these messages */
  readonly confirm: { readonly newIds: readonly string[] } | undefined;
}

export const NOTHING_REFUSED: PageAnswer = {
  status: 200,
  notice: undefined,
  typed: {},
  action: undefined,
  confirm: undefined,
};

/**
 * Answers with the page of one appeal, also when something on it was refused.
 *
 * @throws {Refusal} notFound
 */
export async function answerAppealPage(
  c: Context<WebEnv>,
  parts: ConsoleParts,
  number: string,
  { status, notice, typed, action, confirm }: PageAnswer,
) {
  const session = currentSession(c);
  const { actor } = session;
  const dates = createCityDates(parts.timeZone, parts.clocks.now);
  const mayWrite = can(actor, 'appeals.write');
  const [page, departments, beside, similar, block, settings, draft, canned, accounts, standIns] =
    await Promise.all([
      parts.appeals.get(number, actor),
      parts.appeals.departments(),
      parts.appeals.beside(number, actor),
      mayWrite ? parts.appeals.similar(number, actor) : [],
      parts.appeals.blockOf(number, actor),
      parts.settings.get(),
      parts.answerDrafts.get(number, actor.id),
      parts.cannedReplies.list(),
      parts.staff.accounts.list({ limit: COLLEAGUES_MAX }),
      parts.absences.standIns(),
    ]);
  await parts.presence.stay(number, actor);
  const others = await parts.presence.others(number, actor.id);
  const appeal = appealModel(page, departments, beside, block, rulesOf(settings, parts.timeZone), dates);
  const isByPerson =
    settings.office.registration === 'by-person' &&
    appeal.isAwaitingRegistration &&
    appeal.quarantine === undefined;
  const registersOn = isByPerson ? dates.isoDay(parts.clocks.now()) : undefined;
  const staff = accounts.items
    .filter(({ active }) => active)
    .map((account) => ({ ...account, kind: 'staff' as const }));
  const asOption = ({ id, name }: { readonly id: string; readonly name: string }) => ({
    value: id,
    label: name,
  });
  const { departmentId } = page.appeal;
  const colleagues = staff.filter(
    ({ departmentIds, ...account }) =>
      can(account, 'appeals.write') &&
      isConcernedWith(departmentIds.length === 0 ? account : { ...account, departmentIds }, departmentId),
  );
  const decides = maySign(actor, settings.appeals);
  return c.html(
    <ConsolePage
      styles={['appeal.css']}
      scripts={mayWrite ? ['answer-draft.js', 'photo-zoom.js'] : ['photo-zoom.js']}
      title={`${appeal.number} ${appeal.subject}`}
      session={session}
      isSandbox={parts.sandbox !== undefined}
      current="/appeals"
      helpHref="/help/moderator"
      eventsHref={appeal.eventsHref}
    >
      <AppealView
        appeal={appeal}
        map={placeMapModel(page.appeal.place?.point, settings.organisation)}
        others={others}
        similar={similar.map((one) => similarModel(one, dates))}
        mayWrite={mayWrite}
        maySign={decides}
        registersOn={registersOn}
        answer={answerModel({
          typed,
          draft,
          appeal,
          confirm,
          canned: canned.filter(
            (reply) => reply.departmentId === undefined || reply.departmentId === departmentId,
          ),
          needsSignature: needsSignature(page.appeal, actor, settings.appeals),
          clock: dates.clock,
        })}
        colleagues={colleagues.map((colleague) => colleagueOption(colleague, standIns))}
        deciders={decides ? [] : staff.filter((account) => maySign(account, settings.appeals)).map(asOption)}
        secrets={{ csrfToken: session.csrfToken, requestId: parts.randomId() }}
        notice={notice}
        typed={typed}
        open={action}
      />
    </ConsolePage>,
    status,
  );
}
