import type { FC } from 'hono/jsx';
import type { DatabaseLight } from '../../services/lights/lights.js';
import { SettingsHead } from '../settings/settings-page.js';
import { sizeWords } from '../words/size-words.js';

/** Which database, how large, what is kept how long, and how to move. */
export const DatabaseView: FC<{ light: DatabaseLight }> = ({ light }) => (
  <>
    <SettingsHead title="База даних" />
    <section class="card">
      <h2>Що працює зараз</h2>
      {light.kind === 'failed' ? (
        <p>
          База даних не відповідає. Подивіться <a href="/settings/lights">стан системи</a>.
        </p>
      ) : (
        <Facts light={light} />
      )}
    </section>
    <section class="card">
      <h2>Скільки що зберігається</h2>
      <Kept />
    </section>
    <section class="card">
      <h2>Як перейти на MongoDB і назад</h2>
      <p>
        Вбудованої бази вистачає невеликій громаді на одному сервері. MongoDB потрібна, коли сервіс має
        пережити поломку сервера або коли доставлених повідомлень уже кілька мільйонів.
      </p>
      <p>
        Зупиніть Вісник і зробіть копію: <code>npm run db:export -- копія</code>. Впишіть у файл .env рядок{' '}
        <code>MONGODB_URI</code> і перенесіть копію в нову базу: <code>npm run db:import -- копія</code>.
        Потім запустіть Вісник. Копію перевірено контрольними сумами, тож половина даних не загубиться
        непомітно. Так само переходять і назад, прибравши <code>MONGODB_URI</code>.
      </p>
    </section>
  </>
);

const Facts: FC<{ light: Extract<DatabaseLight, { readonly kind: 'answers' }> }> = ({ light }) => (
  <dl class="facts">
    <dt>База</dt>
    <dd>{light.engine === 'embedded' ? 'Вбудована, у каталозі даних сервісу' : 'MongoDB'}</dd>
    {light.sizeBytes === undefined ? null : (
      <>
        <dt>Розмір</dt>
        <dd>{sizeWords(light.sizeBytes)}</dd>
      </>
    )}
    <dt>Вільно на диску сервісу</dt>
    <dd>{sizeWords(light.freeBytes)}</dd>
  </dl>
);

/** What really happens, with the places that do it: `inbox-store.ts`, `step.ts`, `staff-*-store.ts`, `idempotency-store.ts`. */
const KEPT: readonly (readonly [string, string])[] = [
  [
    'Повідомлення в тому вигляді, як прийшли з месенджера',
    '30 днів після опрацювання, потім видаляються самі',
  ],
  ['Незавершені форми звернень', '7 днів від останнього кроку'],
  ['Звернення, відповіді, вкладення', 'завжди: строки зберігання визначає архівне законодавство'],
  ['Розсилки та доставки', 'завжди: з них рахуються звіти'],
  ['Дані підписника', 'доки людина не попросить видалити їх кнопкою «Мої дані»'],
  ['Сеанси працівників', 'до 24 годин; посилання для пароля – годину'],
  ['Журнал змін', 'завжди'],
];

const Kept: FC = () => (
  <dl class="facts">
    {KEPT.map(([what, howLong]) => (
      <>
        <dt>{what}</dt>
        <dd>{howLong}</dd>
      </>
    ))}
  </dl>
);
