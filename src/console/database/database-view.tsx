import type { FC } from 'hono/jsx';
import type { DatabaseLight } from '../../services/lights/lights.js';
import { SettingsHead } from '../settings/settings-page.js';
import { sizeWords } from '../words/size-words.js';

/** Which database, how large, and how to move. */
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
      <p>
        Строки, після яких Вісник прибирає дані людей, і те, що буде прибрано найближчим часом, – на сторінці{' '}
        <a href="/settings/retention">Строки зберігання</a>. Розсилки, лічильники доставок і журнал змін
        лишаються завжди: з них рахуються звіти.
      </p>
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
