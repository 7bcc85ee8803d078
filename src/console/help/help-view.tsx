import type { FC } from 'hono/jsx';
import { type Actor, can } from '../../domain/role.js';
import { MarkupText } from '../../web/markup-text.js';
import { Crumbs } from '../components/crumbs.js';
import { type Guide, type GuideLink, type GuidePicture, type GuideStep, PICTURE_SIZE } from './guide.js';

/** Which first day is yours. */
export const HelpIndexView: FC<{ guides: readonly Guide[] }> = ({ guides }) => (
  <>
    <h1>Довідка</h1>
    <p>Оберіть, чим ви займаєтеся. Кожну сторінку можна надрукувати й тримати поруч.</p>
    <ul class="settings-list">
      {guides.map(({ slug, title, lead }) => (
        <li>
          <a href={`/help/${slug}`}>{title}</a>
          <span class="muted">{lead}</span>
        </li>
      ))}
    </ul>
  </>
);

/** One first day, step by step. */
export const GuideView: FC<{ guide: Guide; reader: Actor }> = ({ guide: { title, lead, steps }, reader }) => (
  <article class="stack">
    <Crumbs trail={[{ href: '/help', label: 'Довідка' }]} />
    <h1>{title}</h1>
    <p>{lead}</p>
    <ol class="guide-steps stack">
      {steps.map((step) => (
        <Step step={step} reader={reader} />
      ))}
    </ol>
  </article>
);

const Step: FC<{ step: GuideStep; reader: Actor }> = ({ step: { heading, text, link, picture }, reader }) => (
  <li class="stack">
    <h2>{heading}</h2>
    <MarkupText source={text} />
    {link === undefined ? null : (
      <p>
        <Place link={link} reader={reader} />
      </p>
    )}
    {picture === undefined ? null : <Picture picture={picture} />}
  </li>
);

const Place: FC<{ link: GuideLink; reader: Actor }> = ({ link: { href, label, permission }, reader }) =>
  can(reader, permission) ? <a href={href}>{label}</a> : <>Сторінки «{label}» ваша роль не відкриває.</>;

const Picture: FC<{ picture: GuidePicture }> = ({ picture: { name, alt } }) => (
  <img class="guide-picture" src={`/assets/${name}.webp`} alt={alt} loading="lazy" {...PICTURE_SIZE} />
);
