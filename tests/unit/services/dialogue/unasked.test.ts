import { describe, expect, it } from 'vitest';
import { anAppeal, aPhoto, Resident } from './resident.js';

const voice = aPhoto({ kind: 'voice', name: 'v.ogg', durationSeconds: 42 });

describe('what comes unasked', () => {
  it('is kept, and becomes an appeal when the person says so', () => {
    const resident = Resident.subscribed().say('Не горить ліхтар на Шевченка');
    expect(resident.text).toBe('Отримали. Подати це як звернення до міської ради?');
    expect(resident.labels).toEqual(['Так, подати', 'Додати ще', 'Ні, не потрібно']);
    resident.message({ files: [aPhoto()] }).say('Так, подати');
    expect(resident.screen).toBe('place');
    resident.say('біля ринку').say('Далі').say('Анонімно').say('Надіслати');
    expect(resident.effects).toMatchObject([
      { appeal: { text: 'Не горить ліхтар на Шевченка', files: [{ fileId: 'a1' }], category: 'lighting' } },
    ]);
  });

  it('is kept before consent is given', () => {
    const resident = new Resident().start().message({ files: [aPhoto()] });
    expect([resident.screen, resident.effects]).toEqual(['offer-appeal', []]);
    expect(resident.say('Ні, не потрібно').text).toBe('Гаразд, нічого не подаємо.');
  });

  it('is met by the emergency numbers when it speaks of danger', () => {
    const resident = Resident.subscribed().say('У дворі запах газу');
    expect(resident.text).toMatch(/^Якщо є загроза життю.+Подати це як звернення до міської ради\?$/su);
    expect(resident.say('Так, подати').screen).not.toBe('danger');
  });

  it('may be an addition to an open appeal', () => {
    const resident = Resident.subscribed();
    resident.appeals = [anAppeal()];
    resident.say('І ще один поруч не горить');
    expect(resident.text).toBe('Це доповнення до звернення Н-2026-000123 (ліхтар на вул. Шевченка)?');
    resident.say('Так, доповнення');
    expect(resident.text).toBe('Додали до звернення Н-2026-000123. Строк відповіді не змінився: 23 грудня.');
    expect(resident.effects).toEqual([
      { kind: 'addToAppeal', number: 'Н-2026-000123', text: 'І ще один поруч не горить', files: [] },
    ]);
    expect(resident.screen).toBe('menu');
  });

  it('can be added to another appeal, or become a new one', () => {
    const resident = Resident.subscribed();
    resident.appeals = [anAppeal(), anAppeal({ number: 'Н-2026-000098', subject: 'яма біля школи' })];
    resident.say('Яма стала більшою').say('Інше моє звернення').say('Н-2026-000098');
    expect(resident.effects).toMatchObject([{ kind: 'addToAppeal', number: 'Н-2026-000098' }]);
    expect(resident.say('Яма на дорозі').say('Нове звернення').screen).toBe('place');
  });

  it('joins the appeal without a question when it answers a message about it', () => {
    const resident = Resident.subscribed();
    resident.appeals = [anAppeal()];
    resident.repliedAppealNumber = 'Н-2026-000123';
    resident.say('Адреса: Шевченка, 12');
    expect(resident.effects).toMatchObject([{ kind: 'addToAppeal', text: 'Адреса: Шевченка, 12' }]);
  });

  it('joins the appeal in the middle of another form, whose question is then asked again', () => {
    const resident = Resident.subscribed();
    resident.appeals = [anAppeal()];
    resident.say('/appeal').say('Яма на дорозі').say('Далі');
    resident.repliedAppealNumber = 'Н-2026-000123';
    resident.say('ще не горить');
    expect(resident.text).toBe(
      'Додали до звернення Н-2026-000123. Строк відповіді не змінився: 23 грудня.\n\nДе це? Надішліть місце на карті або напишіть адресу.',
    );
    expect(resident.screen).toBe('place');
  });

  it.each(['Дякую!', 'ок', 'Добре.'])('registers nothing for «%s»', (text) => {
    const resident = Resident.subscribed();
    resident.appeals = [anAppeal()];
    expect([resident.say(text).text, resident.effects]).toEqual(['Будь ласка!', []]);
  });

  it('says once per album that it was noted, and keeps every piece', () => {
    const resident = Resident.subscribed()
      .say('/appeal')
      .message({ files: [aPhoto()], albumId: 'g' });
    expect(resident.text).toMatch(/^Записали\./u);
    expect(resident.message({ files: [aPhoto({ fileId: 'a2' })], albumId: 'g' }).replies).toEqual([]);
    expect(resident.state.form?.files).toHaveLength(2);
    const outside = Resident.subscribed().message({ files: [aPhoto()], albumId: 'h' });
    expect(outside.message({ files: [aPhoto()], albumId: 'h' }).replies).toEqual([]);
    expect(outside.state.kept?.files).toHaveLength(2);
  });

  it('sends a whole album to the appeal it is added to', () => {
    const resident = Resident.subscribed();
    resident.appeals = [anAppeal()];
    resident.pressData('card-add:N-2026-000123').message({ files: [aPhoto()], albumId: 'g' });
    expect(resident.screen).toBe('menu');
    resident.message({ files: [aPhoto({ fileId: 'a2' })], albumId: 'g' });
    expect(resident.replies).toEqual([]);
    expect(resident.effects).toMatchObject([{ kind: 'addToAppeal', files: [{ fileId: 'a2' }] }]);
  });

  it('acknowledges a voice message with its length', () => {
    const resident = Resident.subscribed()
      .say('/appeal')
      .message({ files: [voice] });
    expect(resident.text).toBe(
      'Голосове повідомлення (0:42) збережено. Його прослухає працівник. Якщо можете, додайте кілька слів текстом.',
    );
  });

  it('never overwrites an unfinished appeal', () => {
    const resident = Resident.subscribed()
      .say('/appeal')
      .say('Яма на дорозі')
      .say('Скасувати')
      .say('Зберегти');
    expect(resident.text).toBe('Зберегли на 7 днів. Продовжити можна через «Написати до міськради».');
    resident.say('Не горить ліхтар').say('Так, подати');
    expect(resident.text).toBe('Є незавершене звернення від 23 листопада, 10:00: «Яма на дорозі».');
    resident.say('Продовжити');
    expect(resident.state.form?.texts.map(({ text }) => text)).toEqual(['Яма на дорозі', 'Не горить ліхтар']);
  });

  it('forgets an unfinished appeal after seven days', () => {
    const resident = Resident.subscribed().say('/appeal').say('Яма на дорозі');
    resident.now = new Date(resident.now.getTime() + 7 * 24 * 3_600_000 + 1);
    expect(resident.say('Меню').screen).toBe('menu');
    expect(resident.say('Написати до міськради').screen).toBe('describe');
  });

  it('asks before throwing away what was typed', () => {
    const resident = Resident.subscribed().say('/appeal').say('Яма').say('Скасувати');
    expect(resident.text).toBe('Зберегти написане, щоб продовжити пізніше?');
    expect(resident.say('Повернутися').screen).toBe('describe');
    expect(resident.say('Скасувати').say('Видалити').text).toBe('Видалили, нічого не надіслано.');
    expect(resident.say('/appeal').say('Скасувати').screen).toBe('menu');
  });

  it('takes every word as content where the person is writing', () => {
    const resident = Resident.subscribed().say('/appeal').say('Мої звернення').say('Меню').say('дякую');
    expect(resident.state.form?.texts.map(({ text }) => text)).toEqual(['Мої звернення', 'Меню', 'дякую']);
  });
});
