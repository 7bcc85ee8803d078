import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { APPEAL_CATEGORIES, type Appeal, applicantCount } from '../../../src/domain/appeal.js';
import { withoutPerson } from '../../../src/domain/pseudonym.js';
import { topicOf } from '../../../src/domain/report/appeal-topics.js';

const AT = new Date('2026-11-23T09:00:00Z');
const file = {
  fileId: 'f',
  kind: 'photo',
  name: 'Паспорт Зореслави.jpg',
  contentType: 'image/jpeg',
  sizeBytes: 1,
} as const;

const appeal: Appeal = {
  number: 'Н-2026-000123',
  channel: 'paper',
  door: 'official',
  applicant: { fullName: 'Зореслава Перша', residence: 'вул. Зореслави, 1', phone: '+380671112233' },
  coApplicants: [
    { fullName: 'Зореслава Друга', residence: 'вул. Зореслави, 2' },
    { fullName: 'Зореслава Третя', residence: 'вул. Зореслави, 3', phone: '+380671112233' },
  ],
  category: 'yards',
  departmentId: 'housing',
  place: { address: 'вул. Зореслави, 1' },
  status: 'closed',
  assigneeId: 'm1',
  receivedAt: AT,
  registeredAt: AT,
  dueAt: AT,
  subject: 'Зореслава просить спиляти дерево',
  messages: [
    { id: 'm1', from: 'citizen', text: 'Пише Зореслава, +380671112233', files: [file], at: AT },
    { id: 'm2', from: 'staff', authorId: 'm1', text: 'Шановна Зореславо', files: [], at: AT, refusal: true },
  ],
  notes: [{ id: 'n1', authorId: 'm1', text: 'Зореслава дзвонила', at: AT }],
  history: [{ status: 'closed', at: AT, by: 'm1', reason: 'Зореслава задоволена' }],
  rating: 'solved',
};

describe('an appeal without its person', () => {
  it('tells nobody’s name, place, telephone, word or file', () => {
    expect(JSON.stringify(withoutPerson(appeal))).not.toMatch(/Зореслав|380671112233|Паспорт/u);
  });

  it('keeps who of the staff did what and when, and how many signed it', () => {
    const left = withoutPerson(appeal);
    expect(left.messages.map(({ id, from, at, refusal }) => [id, from, at, refusal])).toEqual([
      ['m1', 'citizen', AT, undefined],
      ['m2', 'staff', AT, true],
    ]);
    expect(left.history).toEqual([{ status: 'closed', at: AT, by: 'm1' }]);
    expect(applicantCount(left)).toBe(3);
  });

  it('stays under the topic that the report counts it under', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...APPEAL_CATEGORIES),
        fc.constantFrom('спиляти дерево', 'бродячі собаки', 'кущі й коти', 'яма', ''),
        (category, subject) => {
          const { subject: left } = withoutPerson({ ...appeal, category, subject });
          expect(topicOf({ category, subject: left })).toBe(topicOf({ category, subject }));
        },
      ),
    );
  });

  it('is itself when it is made so again', () => {
    const once = withoutPerson(appeal);
    expect(withoutPerson({ ...appeal, ...once })).toEqual(once);
  });
});
