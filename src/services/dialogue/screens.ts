import type { OutgoingContent } from '../../domain/content.js';
import { accepted } from './appeal-form/accepted.js';
import { applicantName, knownApplicant, noPatronymic, residence } from './appeal-form/applicant.js';
import { category } from './appeal-form/category.js';
import { correct } from './appeal-form/correct.js';
import { danger } from './appeal-form/danger.js';
import { describe } from './appeal-form/describe.js';
import { door } from './appeal-form/door.js';
import { faq } from './appeal-form/faq.js';
import { files } from './appeal-form/files.js';
import { keepForm, unfinished } from './appeal-form/keep.js';
import { address, place } from './appeal-form/place.js';
import { placeOutside } from './appeal-form/place-outside.js';
import { review } from './appeal-form/review.js';
import { streetFound } from './appeal-form/street-found.js';
import { callBack } from './call-back.js';
import { dataCopy } from './data-copy.js';
import { deliveryMode } from './delivery-mode.js';
import { draft } from './draft.js';
import { editApplicantName, editData, editProfileName, editResidence } from './edit-data.js';
import { help } from './help.js';
import { less } from './less.js';
import { menu } from './menu.js';
import { addition } from './my-appeals/addition.js';
import { appealCard } from './my-appeals/card.js';
import { correspondence } from './my-appeals/correspondence.js';
import { myAppeals } from './my-appeals/list.js';
import { withdraw } from './my-appeals/withdraw.js';
import { eraseData, myData } from './my-data.js';
import { news } from './news.js';
import { offerAddition, offerAppeal, whichAppeal } from './offers.js';
import { changeRating, rateAgain, whatRemains } from './rating.js';
import type { Scene } from './scene.js';
import { keyboardOf, type Question, type ScreenDefinition } from './screen.js';
import { language, settings } from './settings.js';
import type { ScreenId } from './state.js';
import { stopped } from './stopped.js';
import { topicChoice, topics, topicsChosen } from './topics.js';
import { dataDetails, welcome, welcomeBack } from './welcome.js';
import { whichConsent } from './which-consent.js';

/** The whole dialogue at a glance. The codes are those of the copywriters' list of screens. */
const SCREENS: { readonly [Id in ScreenId]: ScreenDefinition<Id> } = {
  welcome, // W1
  'data-details': dataDetails, // W2
  'welcome-back': welcomeBack, // W3
  topics, // T1
  'topic-choice': topicChoice, // T2
  'topics-chosen': topicsChosen, // T3
  stopped, // U2
  less, // U1

  menu, // M
  help, // H1
  'call-back': callBack,
  settings, // G1
  'delivery-mode': deliveryMode, // G2
  language,
  'my-data': myData, // D1
  'data-copy': dataCopy,
  'which-consent': whichConsent,
  'edit-data': editData,
  'edit-applicant-name': editApplicantName,
  'edit-residence': editResidence,
  'edit-profile-name': editProfileName,
  'erase-data': eraseData, // D3
  news, // N1
  draft, // Z1

  'offer-appeal': offerAppeal, // F0
  'offer-addition': offerAddition, // F1
  'which-appeal': whichAppeal,

  describe, // A1
  danger, // A0
  category, // A2
  place, // A3
  address, // A3a
  'street-found': streetFound,
  'place-outside': placeOutside, // E10
  files, // A4
  faq,
  door, // A5
  'known-applicant': knownApplicant, // A6
  'applicant-name': applicantName,
  'no-patronymic': noPatronymic,
  residence, // A7
  review, // A8
  correct, // A9
  'keep-form': keepForm, // C1
  unfinished, // C2
  accepted, // K1–K4

  'my-appeals': myAppeals, // P1
  'appeal-card': appealCard, // P2
  addition,
  correspondence,
  withdraw, // P3
  'what-remains': whatRemains, // R3
  'change-rating': changeRating, // R5
  rate: rateAgain,
};

/** The definition of the open screen. The cast holds because the table is keyed by the screen's own id. */
export function definitionOf(scene: Scene): ScreenDefinition {
  return SCREENS[scene.screen.id] as ScreenDefinition;
}

/** The open question as it is asked now. */
export function ask(scene: Scene): Question {
  return definitionOf(scene).ask(scene);
}

/** The open question as a message: its text, or other words above its buttons. */
export function questionContent(
  scene: Scene,
  textOf: (question: string) => string = String,
): OutgoingContent {
  const question = ask(scene);
  const placement = definitionOf(scene).card ? 'message' : 'question';
  const files = question.files ? { files: question.files } : {};
  return {
    format: 'plain',
    text: textOf(question.text),
    ...files,
    keyboard: keyboardOf(scene, question, placement),
  };
}
