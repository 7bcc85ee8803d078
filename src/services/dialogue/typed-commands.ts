import { openAppealForm } from './appeal-form/open.js';
import { greet } from './arrival.js';
import { normalLabel } from './labels.js';
import { openMyAppeals } from './my-appeals/list.js';
import { openMyData } from './my-data.js';
import { openNews } from './news.js';
import type { Scene } from './scene.js';
import { stopReceiving } from './stopped.js';
import { localesFrom, speaker, type TextKey } from './texts.js';
import { openTopics } from './topics.js';
import { goTo, type Turn } from './turn.js';

interface Command {
  /** `/appeal`; understood anywhere */
  readonly name?: string;
  /** The same in words; understood outside a form, from keyboards that are still on the phone */
  readonly words: readonly TextKey[];
  readonly run: (scene: Scene, payload: string | undefined) => Turn;
}

const COMMANDS: readonly Command[] = [
  { name: 'start', words: ['command.start'], run: greet },
  { name: 'appeal', words: ['menu.appeal'], run: (scene) => openAppealForm(scene) },
  { name: 'my', words: ['menu.myAppeals'], run: openMyAppeals },
  { name: 'news', words: ['menu.news'], run: openNews },
  { name: 'topics', words: ['menu.topics'], run: openTopics },
  { name: 'data', words: ['command.data'], run: openMyData },
  { name: 'stop', words: ['command.stop'], run: stopReceiving },
  { name: 'help', words: ['command.help', 'menu.help'], run: (scene) => goTo(scene, { id: 'help' }) },
  { words: ['menu.settings'], run: (scene) => goTo(scene, { id: 'settings' }) },
  { words: ['common.menu'], run: (scene) => goTo(scene, { id: 'menu' }) },
];

const SLASH = /^\/([a-z]+)(?:@\w+)?(?:\s+(\S+))?\s*$/iu;

/** Runs `/command`, wherever the person is; an open form is kept. Undefined when it is no command of ours. */
export function runSlashCommand(scene: Scene, text: string): Turn | undefined {
  const [, name, payload] = SLASH.exec(text) ?? [];
  return COMMANDS.find((command) => name && command.name === name.toLowerCase())?.run(scene, payload);
}

/** Runs a command typed as the words on its button. */
export function runCommandWord(scene: Scene, text: string): Turn | undefined {
  const typed = normalLabel(text);
  const isTyped = (word: TextKey) =>
    localesFrom(scene.locale).some((locale) => normalLabel(speaker(locale)(word)) === typed);
  return COMMANDS.find(({ words }) => words.some(isTyped))?.run(scene, undefined);
}

/** Whether the text has the shape of a command, known or not. */
export function looksLikeCommand(text: string): boolean {
  return SLASH.test(text);
}
