import { z } from '@hono/zod-openapi';
import {
  APPEAL_CATEGORIES,
  APPEAL_DOORS,
  APPEAL_KINDS,
  APPEAL_NATURES,
  APPEAL_NOTICES,
  APPEAL_STATUSES,
  type AppealHistoryEntry,
  type AppealMessage,
  type Applicant,
  ESCALATION_STAGES,
  type InternalNote,
  MISSING_DETAILS,
  RATINGS,
  REVIEW_DECISIONS,
} from '../domain/appeal.js';
import { APPEAL_CHANNELS } from '../domain/appeal-channel.js';
import { kindOfNumber } from '../domain/appeal-number.js';
import { COUNTED_STATUSES } from '../domain/delivery.js';
import type { AppealPage, LostAnswer } from '../services/appeals/appeals.js';

const item = {
  number: z.string().openapi({ example: 'Н-2026-000123' }),
  channel: z.enum(APPEAL_CHANNELS).openapi({ description: 'A messenger, or how it came to the office' }),
  kind: z.enum(APPEAL_KINDS).openapi({ description: '`signal`: anonymous, not an appeal by law' }),
  category: z.enum(APPEAL_CATEGORIES),
  department: z.string().openapi({ description: 'Its id' }),
  status: z.enum(APPEAL_STATUSES),
  createdAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  subject: z.string(),
};

const applicantJson = z.strictObject({
  fullName: z.string(),
  residence: z.string(),
  phone: z.string().nullable(),
});

/** An appeal in the queue. */
export const appealItemJson = z.strictObject(item).openapi('AppealItem');

/** An appeal whose last word to the citizen is lost. */
export const lostAnswerJson = z
  .strictObject({
    ...item,
    message: z.string().openapi({ description: 'Id of the lost message, for `…/called`' }),
  })
  .openapi('LostAnswer');

const messageJson = z.strictObject({
  id: z.string(),
  from: z.enum(['citizen', 'staff']),
  author: z.string().nullable().openapi({ description: 'Name of the colleague; null for the citizen' }),
  text: z.string(),
  files: z.array(z.strictObject({ name: z.string(), contentType: z.string(), sizeBytes: z.int() })),
  at: z.iso.datetime(),
  delivery: z
    .strictObject({ status: z.enum(COUNTED_STATUSES), code: z.string().nullable() })
    .nullable()
    .openapi({ description: 'How far an answer came; null for the citizen’s messages' }),
  notice: z
    .enum(APPEAL_NOTICES)
    .nullable()
    .openapi({ description: 'No answer but a notice: what the citizen was told' }),
  signedBy: z.string().nullable().openapi({ description: 'Who signed it, where that is not the author' }),
  outgoingNumber: z.string().nullable(),
});

const noteJson = z.strictObject({
  id: z.string(),
  author: z.string(),
  text: z.string(),
  at: z.iso.datetime(),
});

const historyJson = z.strictObject({
  status: z.enum(APPEAL_STATUSES),
  at: z.iso.datetime(),
  by: z.string().openapi({ description: 'Name of the colleague, or `citizen`, or `system`' }),
  reason: z.string().nullable(),
  department: z.string().nullable(),
  assignee: z.string().nullable(),
  until: z.iso.datetime().nullable().openapi({ description: 'The status lasts until then' }),
  outside: z
    .strictObject({
      addressee: z.string(),
      letterNumber: z.string(),
      letterDay: z.iso.date(),
      phone: z.string().nullable(),
    })
    .nullable()
    .openapi({ description: 'Sent to the body it concerns' }),
  missing: z.array(z.enum(MISSING_DETAILS)).openapi({ description: 'The citizen was asked for these' }),
  review: z.enum(['asked', ...REVIEW_DECISIONS]).nullable(),
  escalation: z
    .enum(ESCALATION_STAGES)
    .nullable()
    .openapi({ description: 'Colleagues were told that the term runs out' }),
});

/** An appeal with its whole conversation. */
export const appealJson = z
  .strictObject({
    ...item,
    door: z.enum(APPEAL_DOORS).openapi({ description: 'official, official but never public, anonymous' }),
    registeredAt: z.iso.datetime(),
    incomingNumber: z.string().nullable().openapi({ description: 'The office’s own, «1457»' }),
    overdue: z.boolean(),
    accessLimited: z
      .boolean()
      .openapi({ description: 'Seen only by those who work with appeals; never to be made public' }),
    assignee: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
    nature: z
      .enum(APPEAL_NATURES)
      .nullable()
      .openapi({ description: 'What the law calls it, where staff said so' }),
    applicant: applicantJson.nullable(),
    coApplicants: z.array(applicantJson),
    place: z
      .strictObject({
        address: z.string().nullable(),
        latitude: z.number().nullable(),
        longitude: z.number().nullable(),
      })
      .nullable(),
    rating: z.enum(RATINGS).nullable(),
    reviewUntil: z.iso
      .datetime()
      .nullable()
      .openapi({ description: 'Until when the citizen was promised a decision about the answer' }),
    mergedInto: z.string().nullable().openapi({ description: 'Number of the appeal it was joined with' }),
    messages: z.array(messageJson),
    notes: z.array(noteJson).openapi({ description: 'Internal: never shown to the citizen' }),
    history: z.array(historyJson),
  })
  .openapi('Appeal');

export function toLostAnswerJson({ page, messageId }: LostAnswer): z.infer<typeof lostAnswerJson> {
  return { ...toAppealItemJson(page), message: messageId };
}

export function toAppealItemJson({ appeal }: AppealPage): z.infer<typeof appealItemJson> {
  return {
    number: appeal.number,
    channel: appeal.channel,
    kind: kindOfNumber(appeal.number),
    category: appeal.category,
    department: appeal.departmentId,
    status: appeal.status,
    createdAt: appeal.receivedAt.toISOString(),
    dueAt: appeal.dueAt?.toISOString() ?? null,
    subject: appeal.subject,
  };
}

export function toAppealJson(page: AppealPage): z.infer<typeof appealJson> {
  const { appeal, assigneeName, overdue } = page;
  const { assigneeId, applicant, place } = appeal;
  return {
    ...toAppealItemJson(page),
    door: appeal.door,
    registeredAt: appeal.registeredAt.toISOString(),
    incomingNumber: appeal.incomingNumber ?? null,
    overdue,
    accessLimited: appeal.accessLimit !== undefined,
    assignee: assigneeId === undefined ? null : { id: assigneeId, name: assigneeName ?? assigneeId },
    nature: appeal.nature ?? null,
    applicant: applicant ? toApplicantJson(applicant) : null,
    coApplicants: (appeal.coApplicants ?? []).map(toApplicantJson),
    place: place
      ? {
          address: place.address ?? null,
          latitude: place.point?.latitude ?? null,
          longitude: place.point?.longitude ?? null,
        }
      : null,
    rating: appeal.rating ?? null,
    reviewUntil: appeal.review?.until.toISOString() ?? null,
    mergedInto: appeal.mergedInto ?? null,
    messages: appeal.messages.map((message) => toMessageJson(message, page)),
    notes: appeal.notes.map((note) => toNoteJson(note, page)),
    history: appeal.history.map((entry) => toHistoryJson(entry, page)),
  };
}

function toApplicantJson({ fullName, residence, phone }: Applicant): z.infer<typeof applicantJson> {
  return { fullName, residence, phone: phone ?? null };
}

function toMessageJson(message: AppealMessage, page: AppealPage): z.infer<typeof messageJson> {
  const { id, from, authorId, text, files, at, notice, signedById, outgoingNumber } = message;
  const delivery = page.deliveryStates.get(id);
  return {
    id,
    from,
    author: authorId === undefined ? null : nameOf(authorId, page),
    text,
    files: files.map(({ name, contentType, sizeBytes }) => ({ name, contentType, sizeBytes })),
    at: at.toISOString(),
    delivery: delivery ? { status: delivery.status, code: delivery.code } : null,
    notice: notice ?? null,
    signedBy: signedById === undefined ? null : nameOf(signedById, page),
    outgoingNumber: outgoingNumber ?? null,
  };
}

function toNoteJson({ id, authorId, text, at }: InternalNote, page: AppealPage): z.infer<typeof noteJson> {
  return { id, author: nameOf(authorId, page), text, at: at.toISOString() };
}

function toHistoryJson(entry: AppealHistoryEntry, page: AppealPage): z.infer<typeof historyJson> {
  const { status, at, by, reason, departmentId, assigneeId, until, outside, missing, review, escalation } =
    entry;
  return {
    status,
    at: at.toISOString(),
    by: nameOf(by, page),
    reason: reason ?? null,
    department: departmentId ?? null,
    assignee: assigneeId === undefined ? null : nameOf(assigneeId, page),
    until: until?.toISOString() ?? null,
    outside: outside ? { ...outside, phone: outside.phone ?? null } : null,
    missing: [...(missing ?? [])],
    review: review ?? null,
    escalation: escalation ?? null,
  };
}

/** A colleague's name, else the id itself (`citizen`, `system`, a token). */
function nameOf(id: string, { staffNames }: AppealPage): string {
  return staffNames.get(id) ?? id;
}
