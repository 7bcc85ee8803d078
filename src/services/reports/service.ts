import { Refusal } from '../../domain/refusal.js';
import { isReportMonth, monthBounds, type ReportMonth } from '../../domain/report/month.js';
import { textOf } from '../../domain/report/pieces.js';
import { type Actor, can, type Permission } from '../../domain/role.js';
import type { Audit } from '../audit/audit.js';
import { hashOf } from './hash.js';
import { sentenceInput } from './input.js';
import { createReportMonths } from './months.js';
import type { FindFirstPublished, ReportMarksStore, SignedReportStore } from './ports.js';
import { refuseProblems } from './problems.js';
import { createReportReader, type ReportReaderDeps } from './reader.js';
import type { Reports } from './reports.js';
import { shownTo } from './shown-to.js';

export interface ReportsDeps extends ReportReaderDeps {
  readonly marks: ReportMarksStore;
  readonly signed: SignedReportStore;
  readonly firstPublished: FindFirstPublished;
  readonly audit: Audit;
  /** The city's clock */
  readonly now: () => Date;
  readonly randomId: () => string;
}

/** The monthly report: written from what was published and answered, confirmed and signed by people. */
export function createReports(deps: ReportsDeps): Reports {
  const { marks, signed, audit, now, timeZone } = deps;
  const { current, subscribersOf, read } = createReportReader(deps);

  return {
    ...createReportMonths(deps),
    read: async (month, version, viewer, withSubscribers = false) =>
      shownTo(await read(known(month), version, withSubscribers), viewer),

    async confirm(month, key, isTrue, actor) {
      allow(actor, 'publications.write');
      const { report } = await current(known(month));
      const paragraph = report.paragraphs.find((one) => one.key === key && one.kind === 'constant');
      if (!paragraph) throw new Refusal('invalid', 'report.no-constant', 'Цей абзац не підтверджують.');
      const text = textOf(paragraph.pieces);
      await marks.judge(month, { key, text, isTrue, by: actor.id, at: now() });
      const action = isTrue ? 'report.confirm' : 'report.decline';
      await audit.record({ actor, action, subject: `${month}/${key}`, after: { text } });
    },

    async addSentence(month, sentence, actor) {
      allow(actor, 'publications.write');
      const parsed = sentenceInput.safeParse(sentence);
      if (!parsed.success) throw unreadable();
      const stored = { ...parsed.data, id: deps.randomId(), by: actor.id, at: now() };
      await marks.addSentence(known(month), stored);
      await audit.record({ actor, action: 'report.add-sentence', subject: month, after: stored });
      return stored;
    },

    async removeSentence(month, id, actor) {
      allow(actor, 'publications.write');
      const before = (await marks.get(known(month))).sentences.find((sentence) => sentence.id === id);
      if (!before) throw new Refusal('notFound', 'report.unknown-sentence', 'Такого речення вже немає.');
      await marks.removeSentence(month, id);
      await audit.record({ actor, action: 'report.remove-sentence', subject: month, before });
    },

    async sign(month, hash, actor) {
      allow(actor, 'reports.sign');
      if (now() < monthBounds(known(month), timeZone).until) throw notOver();
      const { report, problems } = await current(month);
      if (hash !== undefined && hash !== hashOf(report)) throw stale();
      refuseProblems(problems);
      const version = ((await signed.signatures(month)).at(-1)?.version ?? 0) + 1;
      const signature = { version, hash: hashOf(report), by: actor.id, at: now() };
      const subscribers = await subscribersOf(month);
      if (Object.entries(subscribers).some(([key, rows]) => rows.length !== report.counts[key]))
        throw stale();
      if (!(await signed.add({ month, ...signature }, report, subscribers))) throw signedMeanwhile();
      await audit.record({ actor, action: 'report.sign', subject: `${month}/${version}`, after: signature });
      return { ...signature, name: actor.name };
    },
  };
}

function allow(actor: Actor, permission: Permission): void {
  if (can(actor, permission)) return;
  throw new Refusal(
    'forbidden',
    'report.forbidden',
    'Ваша роль цього не дозволяє. Зверніться до адміністратора.',
  );
}

function known(month: string): ReportMonth {
  if (isReportMonth(month)) return month;
  throw new Refusal('notFound', 'report.unknown-month', 'Місяць пишуть так: 2021-03.');
}

const unreadable = () =>
  new Refusal('invalid', 'report.sentence', 'Напишіть речення: не порожнє і не довше за 2000 знаків.');
const notOver = () =>
  new Refusal('conflict', 'report.month-not-over', 'Місяць ще не закінчився: звіт підписують після нього.');
const stale = () =>
  new Refusal(
    'conflict',
    'report.stale',
    'Звіт змінився, поки ви його читали. Перечитайте й підпишіть ще раз.',
  );
const signedMeanwhile = () =>
  new Refusal('conflict', 'report.signed-meanwhile', 'Щойно звіт підписав хтось інший.');
