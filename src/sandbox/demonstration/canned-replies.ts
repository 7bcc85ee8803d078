import type { CannedReply } from '../../domain/canned-reply.js';
import type { CannedReplyStore } from '../../services/canned-replies/canned-replies.js';

const GREETING = 'Доброго дня, {ПІБ}!';

/** What a council answers often. */
const REPLIES: readonly Pick<CannedReply, 'title' | 'text' | 'departmentId'>[] = [
  {
    title: 'Прийняли в роботу',
    text: `${GREETING}\n\nВаше звернення {Номер} від {Дата} прийнято в роботу. Виконавець: {Підрозділ}. Відповідь надійде в цей чат не пізніше ніж {Строк}.`,
    departmentId: undefined,
  },
  {
    title: 'Уточніть, будь ласка, адресу',
    text: `${GREETING}\n\nЩоб розглянути звернення {Номер}, нам потрібна точна адреса: вулиця, номер будинку та під’їзд. Напишіть її, будь ласка, у цей чат або надішліть геопозицію.`,
    departmentId: undefined,
  },
  {
    title: 'Роботи виконано',
    text: `${GREETING}\n\nЗа вашим зверненням {Номер} («{Тема}») роботи виконано. Якщо щось залишилося не так, напишіть у цей чат: ми перевіримо ще раз.\n\nДякуємо, що дбаєте про місто.`,
    departmentId: undefined,
  },
  {
    title: 'Не в повноваженнях міської ради',
    text: `${GREETING}\n\nПитання зі звернення {Номер} («{Тема}») не належить до повноважень міської ради. Ми передали його за належністю, про що повідомляємо вас, як вимагає стаття 7 Закону України «Про звернення громадян».`,
    departmentId: undefined,
  },
  {
    title: 'Вуличне освітлення: заявку передано',
    text: `${GREETING}\n\nЗаявку про освітлення (звернення {Номер}) передано аварійній бригаді. Лінію перевірять упродовж трьох робочих днів. Про результат повідомимо в цьому чаті не пізніше ніж {Строк}.`,
    departmentId: 'housing',
  },
  {
    title: 'Яма на дорозі: внесено до плану ремонту',
    text: `${GREETING}\n\nДілянку, про яку ви написали у зверненні {Номер}, оглянули фахівці. Її внесено до плану поточного ремонту доріг. Якщо яма небезпечна для руху, місце огородять раніше.`,
    departmentId: 'housing',
  },
  {
    title: 'Які документи потрібні для допомоги',
    text: `${GREETING}\n\nДля розгляду питання про матеріальну допомогу потрібні: заява, копія паспорта та РНОКПП, довідка про доходи за останні шість місяців. Документи приймають у робочі дні. Де саме: {Підрозділ}.`,
    departmentId: 'welfare',
  },
];

/** Adds those that are missing. */
export async function addCannedReplies(store: Pick<CannedReplyStore, 'insert'>): Promise<void> {
  for (const reply of REPLIES) await store.insert({ ...reply, files: [] });
}
