import type { FC } from 'hono/jsx';
import { Choices, TextField } from '../components/field.js';
import { list } from '../forms.js';
import { fieldOf, type SectionModel } from './settings-section.js';

/** What the monthly report calls things, and who signs it. Months before `validFrom` keep the names they had. */
export const ReportFields: FC<{ section: SectionModel }> = ({ section }) => {
  const field = (name: string) => fieldOf(section, `report.${name}`);
  return (
    <>
      <TextField
        {...field('validFrom')}
        type="date"
        label="Назви чинні з"
        hint="Якщо щось перейменовано, вкажіть перший день нових назв: звіти за попередні місяці лишаться з колишніми"
        required
      />
      <TextField {...field('departmentGenitive')} label="Відділ, чий звіт (родовий відмінок)" required />
      <TextField {...field('organGenitive')} label="Орган (родовий відмінок)" required />
      <TextField {...field('councilName')} label="Рада" required />
      <TextField {...field('councilNameGenitive')} label="Рада (родовий відмінок)" required />
      <TextField
        {...field('cityLocative')}
        label="Місто (місцевий відмінок)"
        hint="«у Ніжині»: Ніжині"
        required
      />
      <TextField {...field('addresseeGenitive')} label="Кого інформуємо (родовий відмінок)" required />
      <TextField {...field('videoSource')} label="Чиї відеоролики на сайті" required />
      <div class="halves">
        <TextField {...field('signerPost')} label="Посада того, хто підписує" required />
        <TextField {...field('signerName')} label="Хто підписує" hint="Власне ім’я ПРІЗВИЩЕ" />
      </div>
      <Choices
        type="checkbox"
        name="report.saysWhenEmpty"
        legend="Порожні абзаци"
        options={[{ value: 'true', label: 'Писати «протягом місяця не проводилося», а не пропускати' }]}
        chosen={list(section.typed, 'report.saysWhenEmpty')}
      />
    </>
  );
};
