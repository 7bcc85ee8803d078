import type { FC } from 'hono/jsx';
import type { ApprovalRight } from '../../domain/approval.js';
import { REASON_MAX } from '../../services/broadcasts/input.js';
import { TextArea } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { BroadcastModel } from './broadcast-model.js';

interface ApprovalProps {
  readonly broadcast: BroadcastModel;
  readonly right: ApprovalRight;
  readonly secrets: FormSecretsModel;
}

/** Approval of exactly what is shown: the form carries the hash of the content on this page. */
export const ApproveForm: FC<ApprovalProps> = ({ broadcast, right, secrets }) =>
  right === 'none' ? null : (
    <form class="form card" method="post" action={`${broadcast.href}/approve`}>
      <h2>Затвердження</h2>
      <FormSecrets secrets={secrets} />
      <input type="hidden" name="hash" value={broadcast.hash} />
      {right === 'usual' ? <Usual /> : <Emergency />}
    </form>
  );

const Usual: FC = () => (
  <>
    <p>Перевірте вигляд і адресатів. Надіслане в Telegram ще можна змінити, у Viber – уже ні.</p>
    <button class="button" type="submit">
      Затвердити й надіслати
    </button>
  </>
);

const Emergency: FC = () => (
  <>
    <p>
      Цю розсилку має затвердити інша людина, ніж та, що редагувала її останньою. Якщо чекати не можна,
      затвердьте самі: причина назавжди залишиться тут, позначена червоним.
    </p>
    <TextArea
      name="emergencyReason"
      label="Чому не можна чекати на другу людину"
      maxLength={REASON_MAX}
      required
    />
    <button class="button button-danger" type="submit">
      Затвердити одноосібно
    </button>
  </>
);

/** The way back while nothing has left. The seconds count down by script; without it the button works all the same. */
export const UndoForm: FC<Omit<ApprovalProps, 'right'>> = ({ broadcast, secrets }) =>
  broadcast.stage !== 'approved' && broadcast.stage !== 'scheduled' ? null : (
    <form class="form card" method="post" action={`${broadcast.href}/undo`}>
      <FormSecrets secrets={secrets} />
      <p>
        Ще нікому нічого не надіслано.
        {broadcast.undoSeconds === undefined ? null : (
          <>
            {' '}
            Залишилося секунд: <b data-countdown={broadcast.undoSeconds}>{broadcast.undoSeconds}</b>
            <progress
              class="countdown"
              aria-label="Скільки часу ще можна забрати затвердження"
              max={broadcast.undoWindow}
              value={broadcast.undoSeconds}
              data-countdown-bar
            />
          </>
        )}
      </p>
      <button class="button" type="submit">
        Забрати затвердження
      </button>
    </form>
  );

/** Who approved it. What was approved alone stays red. */
export const Approvals: FC<{ broadcast: BroadcastModel }> = ({ broadcast: { approvals, editedBy } }) => (
  <section class="card" aria-labelledby="approvals-title">
    <h2 id="approvals-title">Хто затвердив</h2>
    <p class="muted small">Останні зміни: {editedBy}</p>
    <ul>
      {approvals.map(({ who, when, emergencyReason }) => (
        <li>
          {who}, {when}
          {emergencyReason === undefined ? null : (
            <p class="notice notice-bad">Затверджено одноосібно: {emergencyReason}</p>
          )}
        </li>
      ))}
    </ul>
  </section>
);
