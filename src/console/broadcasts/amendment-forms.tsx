import type { FC } from 'hono/jsx';
import { REASON_MAX, TEXT_MAX } from '../../services/broadcasts/input.js';
import { TextArea } from '../components/field.js';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import type { AmendableModel, CorrectionRights, ProposalModel } from './amendment-model.js';

export interface AmendmentFormsProps {
  /** Address of the broadcast's page */
  readonly href: string;
  readonly amendable: AmendableModel;
  readonly rights: CorrectionRights;
  readonly mayRecall: boolean;
  readonly secrets: FormSecretsModel;
}

/** Correcting and recalling, folded, so that it takes two presses. Not kept fresh: what is being typed must stay. */
export const AmendmentForms: FC<AmendmentFormsProps> = ({ mayRecall, ...props }) => {
  const { text, proposal } = props.amendable;
  return (
    <div class="stack" id="amend">
      {text === undefined || proposal === undefined ? null : <Proposal {...props} proposal={proposal} />}
      {text === undefined ? null : <Correction {...props} text={text} />}
      {mayRecall ? <Recall {...props} /> : null}
    </div>
  );
};

type FormProps = Omit<AmendmentFormsProps, 'mayRecall'>;

/** What another person wrote. Only as it is may it leave as the words of two. */
const Proposal: FC<FormProps & { proposal: ProposalModel }> = ({ href, rights, secrets, proposal }) => (
  <section class="card" aria-labelledby="proposal-title">
    <h2 id="proposal-title">Запропоноване виправлення</h2>
    <p class="muted small">
      {proposal.who}, {proposal.when}
    </p>
    <p class="message-text">{proposal.text}</p>
    {rights.proposed !== 'usual' ? (
      <p class="muted">Чекає на другу людину, яка має право затверджувати.</p>
    ) : (
      <form method="post" action={`${href}/correct`}>
        <FormSecrets secrets={secrets} />
        <input type="hidden" name="text" value={proposal.text} />
        <button class="button" type="submit">
          Затвердити й надіслати виправлення
        </button>
      </form>
    )}
  </section>
);

const Correction: FC<FormProps & { text: string }> = ({ href, rights, secrets, text }) => (
  <details>
    <summary>Виправити надіслане</summary>
    <form class="form" method="post" action={`${href}/${rights.own === 'usual' ? 'correct' : 'propose'}`}>
      <FormSecrets secrets={secrets} />
      <p>
        Telegram замінить текст просто в чаті, без нового сповіщення. Якщо новий текст туди не вміщується,
        прийде окреме повідомлення; у щоденній добірці зміниться рядок цієї новини. Viber надісланого не
        змінює: ті, хто отримав перше, отримають виправлення окремо. На постійній сторінці буде новий текст,
        дата виправлення й попередній текст.
      </p>
      <TextArea name="text" label="Правильний текст" value={text} maxLength={TEXT_MAX} required />
      {rights.own === 'usual' ? (
        <button class="button" type="submit">
          Надіслати виправлення
        </button>
      ) : (
        <button class="button" type="submit">
          Запропонувати виправлення
        </button>
      )}
      {rights.own === 'emergency' ? <Alone href={href} /> : null}
    </form>
  </details>
);

const Alone: FC<{ href: string }> = ({ href }) => (
  <>
    <p>
      Таку розсилку виправляють удвох: одна людина пропонує, інша затверджує. Якщо чекати не можна, надішліть
      самі: причина назавжди залишиться тут, позначена червоним.
    </p>
    <TextArea name="emergencyReason" label="Чому не можна чекати на другу людину" maxLength={REASON_MAX} />
    <button class="button button-danger" type="submit" formaction={`${href}/correct`}>
      Надіслати одноосібно
    </button>
  </>
);

const Recall: FC<FormProps> = ({ href, secrets }) => (
  <details>
    <summary>Відкликати повідомлення</summary>
    <form class="form" method="post" action={`${href}/recall`}>
      <FormSecrets secrets={secrets} />
      <p>
        Telegram видалить повідомлення, надіслані менш як 48 годин тому, а в щоденній добірці напише «Новину
        відкликано». Viber видаляти не вміє: там вони залишаться. Хто ще не отримав, уже не отримає. Постійна
        сторінка скаже, що повідомлення відкликано.
      </p>
      <TextArea name="reason" label="Чому (побачать усі)" maxLength={REASON_MAX} />
      <button class="button button-danger" type="submit">
        Відкликати
      </button>
    </form>
  </details>
);
