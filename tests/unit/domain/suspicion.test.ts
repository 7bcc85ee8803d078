import { describe, expect, it } from 'vitest';
import { suspicionOf } from '../../../src/domain/suspicion.js';

describe('what a message looks like', () => {
  it.each([
    ['invitation', 'Новини Ніжина без цензури, підписуйтесь: https://t.me/+AbCdEf12'],
    ['invitation', 'дивись bit.ly/3xyz'],
    ['easy-job', 'Легкий підробіток для підлітків, 2000 грн на день, пиши в особисті'],
    ['easy-job', 'Шукаємо людей на роботу без досвіду, щоденна оплата. @manager_hr'],
    ['easy-job', 'Лeгкий зapoбiток бeз дocвiду, деталі https://example.com/job'],
  ])('%s: %s', (reason, text) => {
    expect(suspicionOf(text)).toBe(reason);
  });

  it.each([
    'Дорожні роботи на Шевченка тривають третій місяць, коли завершать?',
    'Яма тут: https://maps.google.com/?q=51.04,31.88 і фото https://facebook.com/photo/1',
    'Чи є вакансії без досвіду у комунальному підприємстві?',
    'Зробили гнучкий графік прийому, але ніхто не приймає',
    'У рішенні № 5 на nizhynrada.gov.ua/r/5 помилка, виправте',
    '',
  ])('a resident’s own words are let through: %s', (text) => {
    expect(suspicionOf(text)).toBeUndefined();
  });
});
