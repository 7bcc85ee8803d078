import { LOCALES, type Locale } from '../../domain/locale.js';
import { openDeliveryMode } from './delivery-mode.js';
import { openMyData } from './my-data.js';
import { inLocale, type Scene } from './scene.js';
import { choice, type ScreenDefinition } from './screen.js';
import { stopReceiving } from './stopped.js';
import { goTo, type Turn } from './turn.js';

/** G1: the settings. */
export const settings: ScreenDefinition<'settings'> = {
  ask: (scene) => ({
    text: scene.say('settings.question'),
    choices: [
      choice('time', scene.say('settings.time'), () => openDeliveryMode(scene)),
      choice('data', scene.say('command.data'), () => openMyData(scene)),
      choice('language', scene.say('settings.language'), () => goTo(scene, { id: 'language' })),
      choice('stop', scene.say('settings.unsubscribe'), () => stopReceiving(scene)),
      choice('back', scene.say('common.back'), () => goTo(scene, { id: 'menu' })),
    ],
  }),
};

/** The language of the residents' side: asked, never guessed from the phone. */
export const language: ScreenDefinition<'language'> = {
  choiceOnly: true,
  ask: (scene) => ({
    text: scene.say('language.question'),
    choices: LOCALES.map((locale) =>
      choice(locale, scene.say(`language.${locale}`), () => setLanguage(scene, locale)),
    ),
    service: [choice('back', scene.say('common.back'), () => goTo(scene, { id: 'settings' }))],
  }),
};

function setLanguage(scene: Scene, locale: Locale): Turn {
  const notes = [inLocale(scene, locale).say('language.set')];
  const turn = goTo(scene, { id: 'menu' }, { notes, effects: [{ kind: 'setLocale', locale }] });
  return { ...turn, locale };
}
