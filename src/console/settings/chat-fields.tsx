import type { FC } from 'hono/jsx';
import { TextField } from '../components/field.js';
import { fieldOf, type SectionModel } from './settings-section.js';

/** How the chat answers people. */
export const ChatFields: FC<{ section: SectionModel }> = ({ section }) => (
  <TextField
    {...fieldOf(section, 'chat.piecesPerMinute')}
    type="number"
    label="Скільки повідомлень за хвилину від однієї людини бот обробляє одразу"
    hint="Від 20 до 1000. Понад це нічого не губиться: бот зберігає написане й каже, коли можна продовжити. Десять фото з підписом – одинадцять повідомлень."
    required
  />
);
