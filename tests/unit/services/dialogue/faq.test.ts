import { describe, expect, it } from 'vitest';
import { Resident } from './resident.js';

const card = {
  id: 'a1b2c3d4e5f6a1b2c3d4e5f6',
  title: 'Як оформити субсидію?',
  text: 'Зверніться до управління соцзахисту: вул. Шевченка, 99.',
  stems: ['субсид'],
  ownerId: 'm1',
  checkBy: '2026-12-31',
};

function asking(text = 'Як оформити субсидію на газ'): Resident {
  const resident = Resident.subscribed();
  resident.faq = [card];
  return resident.say('/appeal').say(text).press('Далі').press('Без фото');
}

describe('a ready answer before an appeal is sent', () => {
  it('is shown before the ways to hand it in, once', () => {
    const resident = asking();
    expect(resident.text).toBe(
      'Можливо, це допоможе: Як оформити субсидію?\n\nЗверніться до управління соцзахисту: вул. Шевченка, 99.',
    );
    expect(resident.labels).toEqual(['Це допомогло', 'Усе одно подати', 'Скасувати']);
    resident.press('Усе одно подати');
    expect(resident.effects).toEqual([{ kind: 'countFaq', cardId: card.id, outcome: 'submitted' }]);
    expect(resident.screen).toBe('door');
    expect(resident.press('Анонімно').screen).toBe('review');
  });

  it('ends the form when it helped, and counts that', () => {
    const resident = asking().press('Це допомогло');
    expect(resident.effects).toEqual([{ kind: 'countFaq', cardId: card.id, outcome: 'helped' }]);
    expect(resident.text).toBe('Раді, що допомогло. Звернення не подаємо.');
    expect([resident.screen, resident.state.form]).toEqual(['menu', undefined]);
  });

  it('is not shown for another question, nor beside a request for information', () => {
    const resident = Resident.subscribed();
    resident.faq = [card];
    resident.say('/appeal').say('Прошу пояснити роботу архіву').press('Далі');
    expect(resident.press('Інше').press('Без фото').screen).toBe('door');
    const request = Resident.subscribed();
    request.faq = [card];
    request.say('/help').press('Запит на інформацію').say('Кількість отримувачів субсидій').press('Далі');
    expect(request.press('Без фото').screen).toBe('applicant-name');
  });
});
