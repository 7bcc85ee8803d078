import { hasContent } from './appeal-form/form.js';
import { openAppealForm } from './appeal-form/open.js';
import { openMyAppeals } from './my-appeals/list.js';
import { openNews } from './news.js';
import type { Scene } from './scene.js';
import { lastingChoice, type ScreenDefinition } from './screen.js';
import { isFormStep } from './state.js';
import type { TextKey } from './texts.js';
import { openTopics } from './topics.js';
import { goTo, type Turn } from './turn.js';

/** What the menu opens, in its order. */
const ENTRANCES = [
  { id: 'appeal', label: 'menu.appeal', open: openAppealForm },
  { id: 'mine', label: 'menu.myAppeals', open: openMyAppeals },
  { id: 'news', label: 'menu.news', open: openNews },
  { id: 'topics', label: 'menu.topics', open: openTopics },
  { id: 'help', label: 'menu.help', open: (scene) => goTo(scene, { id: 'help' }) },
  { id: 'settings', label: 'menu.settings', open: (scene) => goTo(scene, { id: 'settings' }) },
] as const satisfies readonly { id: string; label: TextKey; open: (scene: Scene) => Turn }[];

/** M: the main menu. */
export const menu: ScreenDefinition<'menu'> = {
  ask: (scene) => ({
    text: scene.say('menu.question'),
    choices: ENTRANCES.map(({ id, label, open }) =>
      lastingChoice('menu', id, scene.say(label), () => open(scene)),
    ),
  }),
};

/** A button of the menu, or `Меню` itself, pressed at any time. An open form is kept for later. */
export function pressMenu(scene: Scene, id: string): Turn | undefined {
  if (id === '') return leaveForMenu(scene);
  return ENTRANCES.find((entrance) => entrance.id === id)?.open(scene);
}

function leaveForMenu(scene: Scene): Turn {
  const leavesForm = isFormStep(scene.screen.id) && hasContent(scene.state.form);
  return goTo(scene, { id: 'menu' }, { notes: leavesForm ? [scene.say('keep.saved')] : [] });
}
