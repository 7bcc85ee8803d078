import { describe, expect, it } from 'vitest';
import type { Appeal } from '../../../src/domain/appeal.js';
import type { SimilarAppeal } from '../../../src/services/appeals/appeals.js';
import { anAppeal, NOW, pageOf } from '../../support/console/builders.js';
import { consoleApp } from '../../support/console/console-app.js';
import { fakeAppeals } from '../../support/console/fake-appeals.js';
import { open, submit } from '../../support/console/request-as.js';

const APPEAL = `/appeals/${encodeURIComponent('Н-2026-000123')}`;
const NEIGHBOUR: SimilarAppeal = {
  appeal: {
    number: 'Н-2026-000098',
    subject: 'Темно <на> вулиці',
    status: 'registered',
    category: 'lighting',
    receivedAt: NOW,
  },
  isOpen: true,
  resemblance: {
    score: 0.9,
    place: { kind: 'street', street: { kind: 'вулиця', name: 'Шевченка', house: '12' } },
    isSameCategory: true,
    words: ['ліхтар', 'темно'],
  },
};

function world(similar: readonly SimilarAppeal[]) {
  const appeals = { ...fakeAppeals([anAppeal()]), similar: async () => similar };
  return { appeals, ...consoleApp({ appeals }) };
}

describe('similar appeals on the page of one', () => {
  it('stand there with the reason, and those ticked are joined', async () => {
    const { app, appeals } = world([NEIGHBOUR]);
    const { html } = await open(app, APPEAL, 'moderator');
    expect(html).toContain(
      'Чому схоже: та сама вулиця Шевченка, тема «Освітлення вулиць», спільні слова: ліхтар, темно.',
    );
    expect(html).toContain('Темно &lt;на&gt; вулиці');
    const sent = await submit(app, `${APPEAL}/gather`, { with: 'Н-2026-000098' }, 'moderator');
    expect(sent.location).toBe(`${APPEAL}?done=gather`);
    expect(appeals.journal).toEqual(['moderator gathers Н-2026-000098 to Н-2026-000123']);
  });

  it.each([
    [
      { kind: 'house', street: { kind: 'провулок', name: 'Гоголя', house: '3' } },
      'той самий будинок (провулок Гоголя, 3)',
    ],
    [
      { kind: 'street', street: { kind: 'вулиця', name: 'Прилуцькій', house: undefined } },
      'та сама вулиця Прилуцька',
    ],
    [{ kind: 'near', metres: 80 }, 'поруч на карті (80 м)'],
  ] as const)('name the place in good Ukrainian', async (place, words) => {
    const { resemblance } = NEIGHBOUR;
    const { app } = world([{ ...NEIGHBOUR, resemblance: { ...resemblance, place, words: [] } }]);
    expect((await open(app, APPEAL, 'moderator')).html).toContain(`Чому схоже: ${words}, тема`);
  });

  it('cannot be ticked once answered, and are nothing for those who only read', async () => {
    const { app } = world([{ ...NEIGHBOUR, isOpen: false }]);
    expect((await open(app, APPEAL, 'moderator')).html).not.toContain('Об’єднати позначені');
    expect((await open(app, APPEAL, 'viewer')).html).not.toContain('Схожі звернення');
  });

  it('are asked for when none was ticked', async () => {
    const { app, appeals } = world([NEIGHBOUR]);
    const { status, html } = await submit(app, `${APPEAL}/gather`, {}, 'moderator');
    expect([status, appeals.journal]).toEqual([422, []]);
    expect(html).toContain('Позначте звернення, які треба об’єднати.');
  });
});

describe('appeals joined about the same', () => {
  const answered = {
    id: 'a1',
    from: 'staff',
    authorId: 'moderator',
    text: 'Полагоджено',
    files: [],
    at: NOW,
    outboxKey: 'key',
  } as const;
  const neighbour = anAppeal({ number: 'Н-2026-000098', mergedInto: 'Н-2026-000123' });
  const mended = anAppeal({ number: 'Н-2026-000099', status: 'answered', messages: [answered] });
  const states = new Map([['a1', { status: 'delivered', code: null } as const]]);

  function cluster(own: Partial<Appeal> = {}) {
    const joined = [pageOf(neighbour), pageOf(mended, states)];
    const appeals = { ...fakeAppeals([anAppeal(own)]), beside: async () => ({ ofCitizen: [], joined }) };
    return { appeals, ...consoleApp({ appeals }) };
  }

  it('are counted, each with its answer’s way, and each can be taken out', async () => {
    const { html } = await open(cluster().app, APPEAL, 'moderator');
    expect(html).toContain('Про те саме: 3 звернення');
    expect(html).toContain('доставлено');
    expect(html).toContain('Від’єднати Н-2026-000098');
    expect((await open(cluster().app, APPEAL, 'viewer')).html).not.toContain('Від’єднати');
  });

  it('can all be answered from the one that leads, and from no other', async () => {
    const { html } = await open(cluster().app, APPEAL, 'moderator');
    expect(html).toContain('Надіслати цю відповідь усім 2 заявникам');
    const follower = await open(cluster({ mergedInto: 'Н-2026-000098' }).app, APPEAL, 'moderator');
    expect(follower.html).not.toContain('Надіслати цю відповідь усім');
    expect(follower.html).toContain('Головне: з нього відповідають усім.');
  });
});
