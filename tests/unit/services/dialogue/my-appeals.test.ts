import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../../../src/services/dialogue/answer.js';
import { anAppeal, aPhoto, MONDAY_MORNING, nizhyn, Resident } from './resident.js';

const answered = (overrides = {}) =>
  anAppeal({ status: 'answered', open: false, answeredAt: new Date('2026-11-25T10:00:00Z'), ...overrides });

function withAppeals(...appeals: ReturnType<typeof anAppeal>[]): Resident {
  const resident = Resident.subscribed();
  resident.appeals = appeals;
  return resident;
}

describe('my appeals', () => {
  it('lists them with state and term', () => {
    const resident = withAppeals(
      anAppeal({ status: 'in-progress' }),
      answered({
        number: 'Н-2026-000098',
        subject: 'яма біля школи',
        answeredAt: new Date('2026-11-02T10:00:00Z'),
      }),
    ).say('Мої звернення');
    expect(resident.text).toBe(
      [
        'У вас 2 звернення, з них у роботі – 1.',
        'Н-2026-000123 · ліхтар на вул. Шевченка · в роботі · до 23 грудня',
        'Н-2026-000098 · яма біля школи · надано відповідь 2 листопада',
      ].join('\n'),
    );
    expect(resident.labels).toEqual(['Н-2026-000123', 'Н-2026-000098', 'Меню']);
  });

  it('offers to write when there are none', () => {
    const resident = withAppeals().say('/my');
    expect([resident.text, resident.labels]).toEqual([
      'Звернень поки немає.',
      ['Написати до міськради', 'Меню'],
    ]);
  });

  it('shows five at a time', () => {
    const resident = withAppeals(
      ...Array.from({ length: 7 }, (_, index) => anAppeal({ number: `Н-2026-00000${index}` })),
    ).say('/my');
    expect(resident.labels).toHaveLength(7);
    expect(resident.say('Показати ще').labels).toEqual(['Н-2026-000005', 'Н-2026-000006', 'Меню']);
  });

  it('opens one by its number however it is typed, and says when there is none', () => {
    const resident = withAppeals(anAppeal());
    expect(resident.say('h-2026-123').screen).toBe('appeal-card');
    expect(resident.say('Н-2026-000999').text).toMatch(
      /^Звернення з номером Н-2026-000999 у вас немає\. Перевірте номер або перегляньте «Мої звернення»\./u,
    );
    expect(resident.say('123').screen).toBe('appeal-card');
  });

  it.each([
    ['30 days ahead', '2026-11-23T08:00:00Z', '(залишилося 30 днів).'],
    ['tomorrow', '2026-12-22T21:30:00Z', '(залишився 1 день).'],
    ['today', '2026-12-23T08:00:00Z', '(сьогодні).'],
  ])('tells the days left: due %s', (_, now, text) => {
    const resident = withAppeals(anAppeal({ status: 'in-progress' }));
    resident.now = new Date(now);
    resident.say('Н 123');
    expect(resident.text).toContain('Стан: в роботі, управління ЖКГ. Відповідь – не пізніше 23 грудня (');
    expect(resident.text).toContain(text);
  });

  it('tells what happened, and a day of both receiving and registering as registered', () => {
    const passedTo = { name: 'Управління ЖКГ', nameGenitive: 'управління ЖКГ' };
    const tuesday = new Date('2026-11-24T08:00:00Z');
    const history = [
      { status: 'received', at: MONDAY_MORNING },
      { status: 'registered', at: MONDAY_MORNING },
      { status: 'registered', at: tuesday, passedTo },
    ] as const;
    const resident = withAppeals(anAppeal({ history })).say('Н 123');
    expect(resident.text).toBe(
      [
        'Звернення Н-2026-000123 від 23 листопада 2026 року. «Не горить ліхтар на вул. Шевченка, 12»',
        'Стан: зареєстровано, управління ЖКГ. Відповідь – не пізніше 23 грудня (залишилося 30 днів).',
        '23 листопада – зареєстровано; 24 листопада – передано до управління ЖКГ.',
      ].join('\n'),
    );
    const night = [
      { status: 'received', at: new Date('2026-11-21T20:14:00Z') },
      { status: 'registered', at: MONDAY_MORNING },
    ] as const;
    expect(withAppeals(anAppeal({ history: night })).say('Н 123').text).toMatch(
      /\n21 листопада – отримано; 23 листопада – зареєстровано\.$/u,
    );
  });

  it('calls what was sent anonymously a message, which is received and never registered', () => {
    const resident = withAppeals(
      anAppeal({
        number: 'С-2026-000017',
        status: 'received',
        dueAt: undefined,
        history: [{ status: 'received', at: MONDAY_MORNING }],
      }),
    ).say('с 17');
    expect(resident.text).toBe(
      [
        'Повідомлення С-2026-000017 від 23 листопада 2026 року. «Не горить ліхтар на вул. Шевченка, 12»',
        'Стан: отримано, управління ЖКГ.',
        '23 листопада – отримано.',
      ].join('\n'),
    );
    resident.press('Доповнити').say('І поруч теж');
    expect(resident.text).toBe('Додали до повідомлення С-2026-000017.');
    resident.say('с 17').press('Відкликати').press('Так, відкликати');
    expect(resident.text).toBe('Повідомлення С-2026-000017 відкликано 23 листопада 2026 року.');
  });

  it('names an appeal by its first words without their dot, and one of photos as having no text', () => {
    const resident = withAppeals(
      anAppeal({ subject: 'Не горить ліхтар.' }),
      anAppeal({ number: 'Н-2026-000098', subject: '', text: '' }),
    ).say('/my');
    expect(resident.text).toContain('Н-2026-000123 · Не горить ліхтар · зареєстровано');
    expect(resident.text).toContain('Н-2026-000098 · без тексту · зареєстровано');
    expect(resident.say('н 98').text).toContain('«без тексту»');
    expect(resident.say('І поруч не горить').text).toContain('звернення Н-2026-000123 (Не горить ліхтар)?');
  });

  it('says first that the term has passed', () => {
    const resident = withAppeals(anAppeal());
    resident.now = new Date('2026-12-24T08:00:00Z');
    expect(resident.say('Н 123').text).toMatch(
      /^Строк відповіді минув 23 грудня\. Про це повідомлено керівника; телефон: \(04631\) 7-19-39\.\n/u,
    );
  });

  it('takes an addition, shows the correspondence and withdraws', () => {
    const resident = withAppeals(anAppeal()).say('Н 123').press('Доповнити').say('Досі не горить');
    expect(resident.effects).toMatchObject([{ kind: 'addToAppeal', text: 'Досі не горить' }]);
    resident.say('Н 123').press('Усе листування');
    expect(resident.text).toBe(
      'Листування щодо звернення Н-2026-000123.\n\n23 листопада, 10:00 – ви:\nДосі не горить',
    );
    resident.press('Назад').press('Відкликати').press('Так, відкликати');
    expect(resident.text).toBe('Звернення Н-2026-000123 відкликано 23 листопада 2026 року.');
    expect(resident.effects).toEqual([{ kind: 'withdrawAppeal', number: 'Н-2026-000123' }]);
  });

  it('understands the keyboard that lies below a card', () => {
    const resident = withAppeals(anAppeal(), anAppeal({ number: 'Н-2026-000098' }))
      .say('/my')
      .say('Н-2026-000123');
    expect(resident.replies[0]?.keyboard?.placement).toBe('message');
    expect(resident.say('Меню').screen).toBe('menu');
  });
});

describe('the answer and its rating', () => {
  const answer = answerMessage(
    {
      number: 'Н-2026-000123',
      receivedAt: MONDAY_MORNING,
      text: 'Ліхтар полагоджено.',
      signer: 'Начальник управління, Петро КОВАЛЬ',
      answeredAt: new Date('2026-12-08T10:00:00Z'),
      files: [],
    },
    { organisation: nizhyn, locale: 'uk', timeZone: 'Europe/Kyiv' },
  );

  it('come as one message', () => {
    expect(answer.text).toBe(
      [
        'Відповідь на звернення Н-2026-000123 від 23 листопада 2026 року.',
        'Ліхтар полагоджено.',
        'Начальник управління, Петро КОВАЛЬ, 8 грудня 2026 року.',
        'Чи вирішено ваше питання?',
      ].join('\n\n'),
    );
    expect(answer.keyboard?.placement).toBe('message');
    expect(
      answer.keyboard?.rows
        .flat()
        .map(({ label, action }) => [label, action.kind === 'command' && action.data]),
    ).toEqual([
      ['Так', 'rate-solved:N-2026-000123'],
      ['Частково', 'rate-partly:N-2026-000123'],
      ['Ні', 'rate-unsolved:N-2026-000123'],
      ['Написати ще', 'write-more:N-2026-000123'],
      ['Меню', 'menu'],
    ]);
  });

  it('close the appeal when it is solved', () => {
    const resident = withAppeals(answered()).pressData('rate-solved:N-2026-000123');
    expect(resident.text).toBe('Дякуємо, що повідомили. Звернення Н-2026-000123 закрито.');
    expect(resident.effects).toEqual([
      { kind: 'rateAppeal', number: 'Н-2026-000123', rating: 'solved', comment: undefined },
    ]);
  });

  it('take a comment when it is not', () => {
    const resident = withAppeals(answered()).pressData('rate-partly:N-2026-000123');
    expect(resident.text).toBe(
      'Шкода. Напишіть одним повідомленням, що залишилося зробити: ми передамо це керівнику.',
    );
    resident.say('Блимає щовечора');
    expect(resident.effects).toEqual([
      { kind: 'rateAppeal', number: 'Н-2026-000123', rating: 'partly', comment: 'Блимає щовечора' },
    ]);
    expect(resident.text).toBe(
      'Передали на перевірку: управління ЖКГ. Про рішення повідомимо до 26 листопада.',
    );
  });

  it('keep a photo that shows what remains', () => {
    const resident = withAppeals(answered()).pressData('rate-unsolved:N-2026-000123');
    resident.message({ text: 'Ось', files: [aPhoto()] });
    expect(resident.effects).toMatchObject([{ kind: 'addToAppeal', text: 'Ось', files: [{ fileId: 'a1' }] }]);
  });

  it('ask before a rating is changed', () => {
    const resident = withAppeals(answered({ rating: 'solved' })).pressData('rate-unsolved:N-2026-000123');
    expect(resident.text).toBe('Вашу оцінку вже враховано: «Так». Змінити?');
    resident.say('Так');
    expect(resident.text).toBe('Чи вирішено ваше питання?');
    resident.say('Частково').say('Без пояснення');
    expect(resident.text).toMatch(/^Передали на перевірку/u);
    expect(resident.appeals[0]?.rating).toBe('partly');
  });

  it('do not lose the form that was open', () => {
    const resident = withAppeals(answered()).say('/appeal').say('Яма на дорозі').say('Далі');
    resident.pressData('rate-partly:N-2026-000123').say('Без пояснення');
    expect(resident.text).toMatch(/Про рішення повідомимо до 26 листопада\.\n\nДе це\?/u);
    expect(resident.screen).toBe('place');
  });

  it('are understood when typed', () => {
    expect(withAppeals(answered()).say('так').effects).toMatchObject([
      { kind: 'rateAppeal', rating: 'solved' },
    ]);
  });
});

describe('news on request', () => {
  const item = (index: number) => ({
    title: `Новина ${index}`,
    url: `https://n.ua/${index}`,
    openingWords: `Новина ${index}. Її перші слова…`,
    at: MONDAY_MORNING,
  });

  it('lists today’s, five at a time', () => {
    const resident = Resident.subscribed();
    resident.news = { day: '2026-11-23', items: Array.from({ length: 7 }, (_, index) => item(index)) };
    resident.say('Новини сьогодні');
    expect(resident.text).toBe(
      [
        'Новини за 23 листопада: 7 повідомлень.',
        ...[0, 1, 2, 3, 4].map((n) => `Новина ${n} https://n.ua/${n}`),
      ].join('\n'),
    );
    expect(resident.press('Показати ще').text).toContain('Новина 6');
  });

  it('tells the first words where there is nothing to open', () => {
    const resident = Resident.subscribed();
    resident.news = { day: '2026-11-23', items: [{ ...item(1), url: undefined }] };
    expect(resident.say('/news').text).toBe(
      'Новини за 23 листопада: 1 повідомлення.\nНовина 1. Її перші слова…',
    );
  });

  it('shows the last there were, or says there are none', () => {
    const resident = Resident.subscribed();
    expect(resident.say('/news').text).toBe('Сьогодні новин ще немає.');
    resident.news = { day: '2026-11-22', items: [item(1)] };
    expect(resident.say('/news').text).toBe(
      'Сьогодні новин ще немає. Останні – за 22 листопада:\nНовина 1 https://n.ua/1',
    );
  });
});
