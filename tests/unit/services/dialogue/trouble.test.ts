import { describe, expect, it } from 'vitest';
import { notStored, ourFailure } from '../../../../src/services/dialogue/our-failure.js';
import { initialState } from '../../../../src/services/dialogue/state.js';
import { openQuestion } from '../../../../src/services/dialogue/step.js';
import { anAppeal, aPhoto, nizhyn, Resident } from './resident.js';

const describing = () => Resident.subscribed().say('/appeal').say('Яма на дорозі');

describe('when something is wrong', () => {
  it.each([
    [
      'sticker',
      'Стікер прочитати не можемо. Напишіть, будь ласка, словами або надішліть фото чи голосове повідомлення.',
    ],
    ['other', 'Такі повідомлення бот не приймає, але ми його зберегли. Напишіть, будь ласка, словами.'],
  ] as const)('says what to do instead of a %s, and stays', (unreadable, text) => {
    const resident = describing().message({ unreadable });
    expect([resident.text, resident.screen]).toEqual([text, 'describe']);
  });

  it.each([
    [
      'tooLarge',
      'a.mov',
      34 * 1024 * 1024,
      'Файл завеликий: 34 МБ. Приймаємо до 20 МБ. Надішліть менший файл або фото; текст ми вже зберегли.',
    ],
    [
      'tooLarge',
      'a.mov',
      undefined,
      'Файл завеликий. Приймаємо до 20 МБ. Надішліть менший файл або фото; текст ми вже зберегли.',
    ],
    [
      'forbiddenType',
      'virus.exe',
      1,
      'Файли .exe не приймаємо з міркувань безпеки. Підійдуть фото, PDF, Word, аудіо та відео.',
    ],
    ['failed', 'план.pdf', 1, 'Не вдалося завантажити файл «план.pdf». Надішліть його, будь ласка, ще раз.'],
  ] as const)('says why a file was not taken: %s %s', (reason, name, sizeBytes, text) => {
    const resident = describing().message({ files: [{ ok: false, reason, name, sizeBytes }] });
    expect(resident.text).toBe(text);
    const withWords = describing().message({
      text: 'і тротуар',
      files: [{ ok: false, reason, name, sizeBytes }],
    });
    expect(withWords.text).toBe(`${text}\n\nЗаписали. Додайте ще, якщо потрібно, або натисніть «Далі».`);
    expect(withWords.state.form?.texts).toHaveLength(2);
  });

  it('asks again for a photo that has no name', () => {
    const resident = describing().message({
      files: [{ ok: false, reason: 'failed', name: '', sizeBytes: undefined }],
    });
    expect(resident.text).toBe('Не вдалося завантажити файл. Надішліть його, будь ласка, ще раз.');
  });

  it('takes ten files and tells about the eleventh', () => {
    const resident = describing().message({ files: Array.from({ length: 11 }, () => aPhoto()) });
    expect(resident.text).toBe(
      'До одного звернення можна додати 10 файлів. Решту надішліть окремим доповненням.',
    );
    expect(resident.state.form?.files).toHaveLength(10);
  });

  it('confirms that a very long text is taken whole', () => {
    const resident = describing().say('а'.repeat(7000));
    expect(resident.text).toBe('Дякуємо, прийняли весь текст (7014 знаків). Він буде у зверненні повністю.');
  });

  it('repeats the question when a button of an earlier form is pressed', () => {
    const resident = describing().say('Далі').pressData('door:official:old');
    expect(resident.text).toBe(
      'Ця кнопка вже не діє. Ось де ми зараз:\n\nДе це? Надішліть місце на карті або напишіть адресу.',
    );
  });

  it.each([
    ['«Далі», where an address is asked for', [], 'Далі', 'place'],
    ['«Написати адресу»', ['Далі'], 'Написати адресу', 'address'],
    ['«Місце не потрібне», where files are asked for', ['Далі'], 'Місце не потрібне', 'files'],
    ['«Надіслати»', ['Далі', 'Шевченка', 'Без фото', 'Анонімно'], 'Надіслати', 'accepted'],
  ] as const)('takes a double press of %s for one', (_, before, label, screen) => {
    const resident = describing();
    for (const text of before) resident.say(text);
    const first = resident.say(label).text;
    resident.now = new Date(resident.now.getTime() + 1_000);
    resident.say(label);
    expect([resident.screen, resident.text, resident.effects]).toEqual([screen, first, []]);
    expect(resident.state.form?.texts.length ?? 1).toBe(1);
  });

  it('takes the words of a label for content once they are no double press', () => {
    const resident = describing().say('Далі');
    resident.now = new Date(resident.now.getTime() + 10_000);
    expect(resident.say('Далі').state.form?.place).toEqual({ address: 'Далі' });
  });

  it('sends an appeal once, though «Надіслати» is pressed twice', () => {
    const resident = describing().say('Далі').say('Шевченка').say('Без фото').say('Анонімно');
    const send = resident.replies[0]?.keyboard?.rows[0]?.[0]?.action;
    const data = send?.kind === 'command' ? send.data : '';
    expect(resident.pressData(data).effects).toHaveLength(1);
    expect(resident.pressData(data).effects).toEqual([]);
    expect(resident.text).toMatch(/^Ця кнопка вже не діє\. Ось де ми зараз:\n\nПовідомлення отримано/u);
  });

  it('asks to choose, and the second time gives the phone', () => {
    const resident = describing()
      .say('Далі')
      .say('Місце не потрібне')
      .say('Без фото')
      .say('хочу офіційно, прошу');
    expect(resident.text).toBe('Оберіть, будь ласка, одну з кнопок нижче.');
    expect(resident.say('ну').text).toBe('Не вдається? Зателефонуйте: (04631) 7-19-39.');
    expect(resident.say('Офіційно').say('Назад').say('ну').text).toBe(
      'Оберіть, будь ласка, одну з кнопок нижче.',
    );
  });

  it('says so when nothing is written yet', () => {
    expect(Resident.subscribed().say('/appeal').say('Далі').text).toBe(
      'Поки що нічого не написано. Опишіть, будь ласка, питання хоча б кількома словами.',
    );
  });

  it('answers a flood once, keeps everything, and goes on a minute later', () => {
    const resident = Resident.subscribed().say('/appeal');
    const answers = Array.from({ length: 150 }, (_, index) => resident.say(`рядок ${index}`).replies.length);
    expect(answers.filter((count) => count === 0)).toHaveLength(50);
    expect(resident.state.form?.texts).toHaveLength(150);
    const again = Resident.subscribed().say('/appeal');
    for (let index = 0; index < 100; index += 1) again.say('х');
    expect(again.text).toBe(
      'Ви надіслали багато повідомлень поспіль. Усе отримане збережено. Продовжити можна через 1 хвилину, о 10:01.',
    );
    again.now = new Date(again.now.getTime() + 60_000);
    expect(again.say('Далі').screen).not.toBe('describe');
  });

  it('takes as many messages in a minute as the settings say', () => {
    const resident = Resident.subscribed();
    resident.piecesPerMinute = 20;
    resident.say('/appeal');
    const answers = Array.from({ length: 30 }, (_, index) => resident.say(`рядок ${index}`).replies.length);
    expect(answers.filter((count) => count === 0)).toHaveLength(10);
  });

  it('replaces a piece that was edited before sending', () => {
    const resident = describing().say('Яма на тротуарі', { messageId: 'm2', edited: true });
    expect(resident.text).toBe('Зміни записали.');
    expect(resident.state.form?.texts).toEqual([{ messageId: 'm2', text: 'Яма на тротуарі' }]);
  });

  it('adds a piece that was edited after sending as a new edition', () => {
    const resident = describing()
      .say('Далі')
      .say('Шевченка')
      .say('Без фото')
      .say('Анонімно')
      .say('Надіслати');
    resident.appeals = [
      anAppeal({ number: 'Н-2026-000200', receivedAt: new Date('2026-11-23T09:00:00Z') }),
      ...resident.appeals,
    ];
    resident.say('Яма на тротуарі', { messageId: 'm2', edited: true });
    expect(resident.text).toBe(
      'Зміни збережено як нову редакцію повідомлення С-2026-000123. Початковий текст також зберігається.',
    );
    expect(resident.effects).toEqual([
      {
        kind: 'addToAppeal',
        number: 'С-2026-000123',
        text: 'Нова редакція повідомлення: Яма на тротуарі',
        files: [],
      },
    ]);
  });

  it('has words for a failure of ours and for an appeal that could not be stored', () => {
    expect(ourFailure(nizhyn, 'uk').text).toBe(
      'Сталася помилка в нас, не у вас. Ваше повідомлення збережено, відповімо, щойно все запрацює. Терміново: (04631) 7-19-39.',
    );
    const resident = describing().say('Далі').say('Шевченка').say('Без фото').say('Анонімно');
    const content = notStored(resident.state, resident.context);
    expect(content.text).toMatch(/^Не вдалося зберегти звернення\. Написане не втрачено\./u);
    expect(content.keyboard?.rows.flat().map(({ label }) => label)).toEqual(['Надіслати', 'Меню']);
  });

  it('can repeat the open question after somebody else’s message', () => {
    const resident = describing();
    expect(openQuestion(resident.state, resident.context).text).toMatch(/^Опишіть своїми словами/u);
    expect(openQuestion(initialState, resident.context).text).toMatch(/^Вітаємо!/u);
  });
});
