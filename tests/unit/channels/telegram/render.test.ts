import { describe, expect, it } from 'vitest';
import { renderTelegram } from '../../../../src/channels/telegram/render.js';
import type { OutgoingContent, Picture } from '../../../../src/domain/content.js';
import type { Keyboard } from '../../../../src/domain/keyboard.js';

const markup = (text: string, more: Partial<OutgoingContent> = {}): OutgoingContent => ({
  format: 'markup',
  text,
  ...more,
});
const pictures = (count: number): Picture[] =>
  Array.from({ length: count }, (_, index) => ({
    fileId: `f${index}`,
    publicName: `p${index}.jpg`,
    alt: `Площа, фото ${index}`,
  }));
const news: Keyboard = {
  placement: 'message',
  rows: [[{ label: 'Докладніше', action: { kind: 'url', url: 'https://nizhyn.ua/n?a=1&b=2' } }]],
};
const payloads = (content: OutgoingContent) => renderTelegram(content).parts.map(({ payload }) => payload);

describe('renderTelegram', () => {
  it('writes title and markup as Telegram HTML, every other sign as it is', () => {
    const content = markup('**Увага:** _5 < 7_ & [сайт](https://n.ua/?a="1)\n\n- <b>раз</b>\n- два', {
      title: 'Вода & світло',
    });
    expect(payloads(content)).toEqual([
      {
        method: 'sendMessage',
        text:
          '<b>Вода &amp; світло</b>\n\n<b>Увага:</b> <i>5 &lt; 7</i> &amp; [сайт](https://n.ua/?a=&quot;1)\n\n' +
          '• &lt;b&gt;раз&lt;/b&gt;\n• два',
      },
    ]);
  });

  it('shows a plain text as it was typed', () => {
    expect(payloads({ format: 'plain', text: 'snake_case **не жирний** <i>' })).toEqual([
      { method: 'sendMessage', text: 'snake_case **не жирний** &lt;i&gt;' },
    ]);
  });

  it('closes and opens marks again where a long text is cut, and never cuts a link', () => {
    const bold = `**${'слово '.repeat(682)}край**`;
    const parts = payloads(markup(`${bold} і [дуже важливе посилання](https://nizhyn.ua)`));
    expect(parts).toEqual([
      { method: 'sendMessage', text: `<b>${'слово '.repeat(682)}край</b>` },
      { method: 'sendMessage', text: 'і <a href="https://nizhyn.ua">дуже важливе посилання</a>' },
    ]);
  });

  it('replaces half an emoji, which Telegram would refuse', () => {
    expect(payloads({ format: 'plain', text: 'ліхтар \ud83d' })).toEqual([
      { method: 'sendMessage', text: 'ліхтар \uFFFD' },
    ]);
  });

  it('puts a text that fits under its picture, with the keyboard', () => {
    expect(renderTelegram(markup('Свято', { pictures: pictures(1), keyboard: news })).parts).toEqual([
      {
        payload: {
          method: 'sendPhoto',
          fileId: 'f0',
          caption: 'Свято',
          markup: { inline_keyboard: [[{ text: 'Докладніше', url: 'https://nizhyn.ua/n?a=1&b=2' }]] },
        },
        cost: 1,
        uploads: ['f0'],
        shown: {
          words: [{ text: 'Свято', bold: false, italic: false, url: undefined }],
          pictures: pictures(1),
          file: undefined,
          buttons: [['Докладніше']],
        },
      },
    ]);
  });

  it('sends a longer text whole after its picture, and says so', () => {
    const text = 'а'.repeat(1025);
    const { parts, warnings } = renderTelegram(markup(text, { pictures: pictures(1) }));
    expect(parts.map(({ payload }) => payload)).toEqual([
      { method: 'sendPhoto', fileId: 'f0', caption: '' },
      { method: 'sendMessage', text },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['text.after-pictures']);
  });

  it('fills a caption to the last unit, marks not counted', () => {
    const text = `**${'а'.repeat(1022)}💡**`;
    expect(payloads(markup(text, { pictures: pictures(1) }))).toEqual([
      { method: 'sendPhoto', fileId: 'f0', caption: `<b>${'а'.repeat(1022)}💡</b>` },
    ]);
  });

  it('keeps a link whole whatever marks divide its words', () => {
    const link = '[**Графік** робіт на мосту](https://nizhyn.ua/g)';
    const parts = payloads(markup(`${'слово '.repeat(680)}${link}`));
    expect(parts[1]).toEqual({
      method: 'sendMessage',
      text: '<a href="https://nizhyn.ua/g"><b>Графік</b></a><a href="https://nizhyn.ua/g"> робіт на мосту</a>',
    });
  });

  it('says into how many messages a text is divided', () => {
    const { parts, warnings } = renderTelegram(markup('слово '.repeat(1_500)));
    expect(parts).toHaveLength(3);
    expect(warnings).toEqual([
      {
        code: 'text.split',
        message: 'Текст задовгий для одного повідомлення у Telegram: його буде поділено на 3 повідомлення.',
      },
    ]);
  });

  it('says that an animation will stand still', () => {
    const [picture] = pictures(1).map((one) => ({ ...one, wasAnimated: true }));
    const { warnings } = renderTelegram(markup('Свято', { pictures: picture ? [picture] : [] }));
    expect(warnings.map(({ code }) => code)).toEqual(['pictures.still']);
  });

  it('counts every picture of an album and puts the keyboard under the text that follows', () => {
    const { parts } = renderTelegram(markup('Свято', { pictures: pictures(3), keyboard: news }));
    expect(parts.map(({ cost, uploads }) => ({ cost, uploads }))).toEqual([
      { cost: 3, uploads: ['f0', 'f1', 'f2'] },
      { cost: 1, uploads: [] },
    ]);
    expect(parts[1]?.payload).toMatchObject({
      method: 'sendMessage',
      text: 'Свято',
      markup: expect.anything(),
    });
  });

  it('gives an album without words a text to carry the keyboard', () => {
    expect(payloads(markup('', { pictures: pictures(2), keyboard: news }))[1]).toMatchObject({
      method: 'sendMessage',
      text: 'Площа, фото 0',
    });
  });

  it('divides more than ten pictures into albums', () => {
    expect(renderTelegram(markup('Свято', { pictures: pictures(11) })).parts.map(({ cost }) => cost)).toEqual(
      [10, 1, 1],
    );
  });

  it('shows a question on the bottom keyboard, with the request for a place', () => {
    const keyboard: Keyboard = {
      placement: 'question',
      rows: [
        [{ label: 'Надіслати моє місце', action: { kind: 'request-location' } }],
        [{ label: 'Назад', action: { kind: 'command', data: 'back' } }],
      ],
    };
    expect(payloads({ format: 'plain', text: 'Де це?', keyboard })).toEqual([
      {
        method: 'sendMessage',
        text: 'Де це?',
        markup: {
          keyboard: [[{ text: 'Надіслати моє місце', request_location: true }], [{ text: 'Назад' }]],
          resize_keyboard: true,
          is_persistent: true,
        },
      },
    ]);
  });

  it('tells when a button cannot be shown where it stands', () => {
    expect(renderTelegram(markup('Так', { keyboard: { ...news, placement: 'question' } })).warnings).toEqual([
      { code: 'button.lost', message: expect.any(String) },
    ]);
  });

  it('sends files after the text, the keyboard on the last of them', () => {
    const files = [{ fileId: 'd0', publicName: 'd0.pdf', name: 'Відповідь 12.pdf', sizeBytes: 9 }];
    const keyboard: Keyboard = {
      placement: 'message',
      rows: [[{ label: 'Вирішено', action: { kind: 'command', data: 'rate:yes' } }]],
    };
    expect(payloads({ format: 'plain', text: 'Відповідь', files, keyboard })).toEqual([
      { method: 'sendMessage', text: 'Відповідь' },
      {
        method: 'sendDocument',
        fileId: 'd0',
        fileName: 'Відповідь 12.pdf',
        markup: { inline_keyboard: [[{ text: 'Вирішено', callback_data: 'rate:yes' }]] },
      },
    ]);
  });
});
