import type { FC } from 'hono/jsx';
import { Choices, TextArea, TextField } from '../components/field.js';
import { list } from '../forms.js';
import { fieldOf, type SectionModel } from './settings-section.js';

/** When the calendar opens drafts of greetings, and what they say. */
export const GreetingsFields: FC<{ section: SectionModel }> = ({ section }) => {
  const field = (name: string) => fieldOf(section, `greetings.${name}`);
  return (
    <>
      <Choices
        type="checkbox"
        name="greetings.openDrafts"
        legend="Чернетки"
        hint="Чернетку затверджує й надсилає людина"
        options={[{ value: 'true', label: 'Відкривати чернетки за календарем свят' }]}
        chosen={list(section.typed, 'greetings.openDrafts')}
      />
      <TextField
        {...field('openDaysBefore')}
        type="number"
        label="За скільки днів до свята"
        hint="Від 0 до 30"
        required
      />
      <p class="hint">
        У шаблонах: {'{родовий}'} – «Дня Служби безпеки України», {'{орудний}'} – «Днем Служби безпеки
        України», {'{назва}'} – «День Служби безпеки України».
      </p>
      <TextField {...field('title')} label="Заголовок привітання" required />
      <TextArea {...field('text')} label="Текст привітання" class="textarea-low" required />
      <TextField {...field('memorialTitle')} label="Заголовок у день пам’яті" required />
      <TextArea
        {...field('memorialText')}
        label="Текст у день пам’яті"
        hint="Без привітань та емодзі"
        class="textarea-low"
        required
      />
    </>
  );
};
