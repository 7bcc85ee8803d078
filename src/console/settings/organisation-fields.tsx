import type { FC } from 'hono/jsx';
import { TextField } from '../components/field.js';
import { fieldOf, type SectionModel } from './settings-section.js';

/** The council as residents read of it. */
export const OrganisationFields: FC<{ section: SectionModel }> = ({ section }) => {
  const field = (name: string) => fieldOf(section, `organisation.${name}`);
  return (
    <>
      <div class="halves">
        <TextField {...field('councilName')} label="Назва" required />
        <TextField
          {...field('councilNameGenitive')}
          label="Назва в родовому відмінку"
          hint="Кого? Ніжинської міської ради"
          required
        />
        <TextField {...field('cityName')} label="Населений пункт" />
        <TextField {...field('phone')} label="Телефон" />
        <TextField {...field('officeHours')} label="Робочі години" hint="Наприклад: 8:00–17:00" required />
        <TextField {...field('lunchBreak')} label="Обідня перерва" hint="Наприклад: 13:00–14:00" required />
      </div>
      <TextField {...field('address')} label="Адреса" />
      <TextField
        {...field('dataOwner')}
        label="Володілець персональних даних"
        hint="Кого люди читають у згоді на розсилку"
        required
      />
      <fieldset>
        <legend>Територія громади</legend>
        <p class="hint">
          Коло, у яке вміщується вся громада. Якщо місце, надіслане людиною, поза ним, ми перепитаємо.
        </p>
        <div class="halves">
          <TextField {...field('territory.latitude')} label="Широта центра" required />
          <TextField {...field('territory.longitude')} label="Довгота центра" required />
          <TextField {...field('territory.radiusKm')} label="Радіус, км" required />
          <TextField
            {...field('territoryNameGenitive')}
            label="Назва громади в родовому відмінку"
            hint="Кого? Ніжинської громади"
            required
          />
        </div>
      </fieldset>
    </>
  );
};
