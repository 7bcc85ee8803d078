import type { FC } from 'hono/jsx';
import type { BroadcastKind } from '../../domain/broadcast.js';
import type { TopicInfo } from '../../domain/topic.js';
import { BROADCAST_KIND_WORDS } from '../words/broadcast-words.js';
import { CHANNEL_WORDS } from '../words/channel-words.js';
import { topicWords } from '../words/topic-words.js';
import type { ComposeValues } from './compose-values.js';
import type { ComposePart, MeanwhileChange } from './meanwhile.js';

/** What somebody else has done to the draft while this form was open. */
export interface MeanwhileModel {
  /** «Олена Коваль, 23 листопада, 14:35» */
  readonly who: string;
  /** It has been approved: saving makes it a draft again */
  readonly isApproved: boolean;
  readonly changes: readonly MeanwhileChange[];
  /** The draft as it is now */
  readonly theirs: ComposeValues;
  /** The draft as it is now, without what was typed here */
  readonly href: string;
}

const PART_WORDS: Readonly<Record<ComposePart, string>> = {
  kind: 'Вид',
  title: 'Заголовок',
  text: 'Текст',
  link: 'Головна кнопка',
  buttons: 'Інші кнопки',
  pictures: 'Картинки',
  topics: 'Теми',
  channels: 'Месенджери',
  sendAt: 'Час',
  delivery: 'Кому одразу',
  ignoreQuietHours: 'Тихі години',
};

/** Says who changed what meanwhile, and asks: the form beneath keeps what was typed. */
export const Meanwhile: FC<{ meanwhile: MeanwhileModel; topics: readonly TopicInfo[] }> = ({
  meanwhile: { who, isApproved, changes, theirs, href },
  topics,
}) => (
  <div class="notice notice-warn stack-small" role="alert" tabindex={-1} autofocus>
    <h2>Поки ви писали, цю чернетку змінили</h2>
    <p>
      {who}. Нічого не втрачено: у формі нижче – те, що ви написали.
      {isApproved
        ? ' Розсилку вже затверджено: якщо зберегти ваші зміни, її доведеться затвердити ще раз.'
        : null}
    </p>
    <ul>
      {changes.map(({ part, isContested }) => (
        <li>
          <b>{PART_WORDS[part]}</b>{' '}
          {isContested ? (
            <>
              – змінили і ви. У формі ваше, а в чернетці тепер:{' '}
              <q class="pre-line">{wordsOf(part, theirs, topics)}</q>
            </>
          ) : (
            '– ви цього не змінювали, тому у форму взято нове.'
          )}
        </li>
      ))}
    </ul>
    <p>
      Перевірте форму й збережіть, або <a href={href}>відкрийте чернетку такою, як вона тепер</a>, без ваших
      змін.
    </p>
  </div>
);

function wordsOf(part: ComposePart, values: ComposeValues, topics: readonly TopicInfo[]): string {
  const words: Readonly<Record<ComposePart, () => string>> = {
    kind: () => BROADCAST_KIND_WORDS[values.kind as BroadcastKind],
    title: () => values.title,
    text: () => values.text,
    link: () => [values.linkLabel, values.linkUrl].filter(Boolean).join(': '),
    buttons: () => values.buttons.map(({ label, url }) => `${label}: ${url}`).join('; '),
    pictures: () => values.pictures.map(({ alt }) => alt).join('; '),
    topics: () => topicWords(topics, values.topics) || 'усі',
    channels: () => values.channels.map((id) => CHANNEL_WORDS[id as keyof typeof CHANNEL_WORDS]).join(', '),
    sendAt: () => values.sendAt.replace('T', ' '),
    delivery: () => (values.delivery === 'instant' ? 'усім одразу' : 'у щоденній добірці'),
    ignoreQuietHours: () => (values.ignoreQuietHours ? 'надіслати й у тихі години' : 'чекати ранку'),
  };
  return words[part]() || 'немає';
}
