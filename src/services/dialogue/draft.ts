import { withoutFinalDot } from '../../domain/appeal-subject.js';
import { officeDaysUntil } from '../../domain/terms/office.js';
import { localDay } from '../../lib/city-time.js';
import { openAppealForm } from './appeal-form/open.js';
import { fullDay } from './dates.js';
import { pressLess } from './less.js';
import type { Scene } from './scene.js';
import { type Choice, choice, lastingChoice, menuChoice, type ScreenDefinition } from './screen.js';
import type { DraftAct } from './state.js';
import { stay, type Turn } from './turn.js';

/** Z1: a draft act, until when comments on it are taken, and how to write one. */
export const draft: ScreenDefinition<'draft'> = {
  card: true,
  ask(scene) {
    const { say, screen } = scene;
    const { draft } = screen;
    return {
      text: draftText(scene, draft),
      choices: [
        ...readChoice(scene, draft),
        lastingChoice('comment', draft.id, say('draft.comment'), () => commentOn(scene, draft)),
        lastingChoice('less', 'acts', say('news.less'), () => pressLess(scene, 'acts')),
        menuChoice(scene),
      ],
    };
  },
};

/** `comment:<id>` pressed, on the card or under the news. Undefined when no such draft is known. */
export function pressComment(scene: Scene): Turn | undefined {
  const { draft } = scene.context;
  return draft && commentOn(scene, draft);
}

function draftText(scene: Scene, { issuer, title, discussionUntil }: DraftAct): string {
  const { context, say } = scene;
  const today = localDay(context.now, context.timeZone);
  const values = {
    issuer: say(`draft.of.${issuer}`),
    title: withoutFinalDot(title),
    until: fullDay(scene, discussionUntil),
    count: officeDaysUntil(context.office, today, discussionUntil),
  };
  if (today > discussionUntil) return say('draft.over', values);
  return say(today === discussionUntil ? 'draft.lastDay' : 'draft.open', values);
}

function readChoice(scene: Scene, { url }: DraftAct): Choice[] {
  if (url === undefined) return [];
  return [{ ...choice('read', scene.say('draft.read'), () => stay(scene, { notes: [url] })), url }];
}

/** A comment that comes too late is taken all the same, and its writer told. */
function commentOn(scene: Scene, draft: DraftAct): Turn {
  return openAppealForm(scene, { kind: 'draft-comment', draft });
}
