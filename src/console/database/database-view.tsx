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
      <h2>Як перейти на MongoDB</h2>
      <p>
        Вбудованої бази вистачає невеликій громаді на одному сервері. MongoDB потрібна, коли служба має
        пережити поломку сервера або коли доставок стало кілька мільйонів.
      </p>
      <p>
        Нова установка: впишіть у файл .env рядок <code>MONGODB_URI</code> і запустіть сервіс. Дані, які вже є
        у вбудованій базі, самі не переїдуть: їх переносять інструментами MongoDB (<code>mongodump</code> і{' '}
        <code>mongorestore</code>), зупинивши сервіс і запустивши базу окремо командою{' '}
        <code>npm run db:serve</code>. Адреса для них – у файлі <code>mongodb.uri</code> у каталозі даних.
        Каталог <code>files</code> із фото й документами лишається на місці.
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
