import type { AppealFile, AppealKind } from '../../../../src/domain/appeal.js';
import { formatAppealNumber, seriesOf } from '../../../../src/domain/appeal-number.js';
import type { OutgoingContent } from '../../../../src/domain/content.js';
import type { ResidentEvent } from '../../../../src/domain/inbound-event.js';
import type { Locale } from '../../../../src/domain/locale.js';
import type { Subscriber } from '../../../../src/domain/subscriber.js';
import { dueOf } from '../../../../src/domain/terms/due.js';
import { registrationOf } from '../../../../src/domain/terms/office.js';
import type { Clock } from '../../../../src/domain/terms/rules.js';
import { KYIV } from '../../../../src/lib/city-time.js';
import type {
  AppealDraft,
  AppealView,
  CopyGiven,
  DialogueContext,
  DialogueEffect,
  DialogueEvent,
  Organisation,
} from '../../../../src/services/dialogue/ports.js';
import {
  type DialogueState,
  type DraftAct,
  initialState,
  parseState,
} from '../../../../src/services/dialogue/state.js';
import { step } from '../../../../src/services/dialogue/step.js';
import { draftIdOf } from '../../../../src/services/intake/draft-of-event.js';
import { NIZHYN_STREETS } from '../../../../src/services/streets/nizhyn-streets.js';
import { anOffice } from '../../../support/an-office.js';
import { SOME_TOPICS } from '../../../support/some-topics.js';

/** Monday 23 November 2026, 10:00 in the city. */
export const MONDAY_MORNING = new Date('2026-11-23T08:00:00Z');
const office = anOffice();

/** A draft act whose discussion ends on Monday 7 December 2026. */
export function aDraftAct(overrides: Partial<DraftAct> = {}): DraftAct {
  return {
    id: 'a1b2c3d4e5f6a1b2c3d4e5f6',
    title: 'Про правила благоустрою.',
    issuer: 'executive-committee',
    discussionUntil: '2026-12-07',
    url: 'https://nizhynrada.gov.ua/draft/1',
    ...overrides,
  };
}

const CLOCKS: Partial<Record<AppealKind, Clock>> = {
  appeal: 'appeal',
  'information-request': 'information',
};

const SEQUENCE_BEFORE_FIRST_APPEAL = 122;

export const nizhyn: Organisation = {
  councilName: 'Ніжинська міська рада',
  councilNameGenitive: 'Ніжинської міської ради',
  dataOwner: 'виконавчий комітет Ніжинської міської ради',
  cityName: 'Ніжин',
  address: 'Площа ім. Івана Франка, 1',
  phone: '(04631) 7-19-39',
  officeHours: '8:00–17:00',
  lunchBreak: '13:00–14:00',
  territory: { latitude: 51.048, longitude: 31.886, radiusKm: 20 },
  territoryNameGenitive: 'Ніжинської громади',
};

type MessageParts = Partial<Omit<Extract<DialogueEvent, { kind: 'message' }>, 'kind'>>;

/** A photo as it reached our store. */
export function aPhoto(overrides: Partial<AppealFile> = {}) {
  const file: AppealFile = {
    fileId: 'a1',
    kind: 'photo',
    name: 'photo.jpg',
    contentType: 'image/jpeg',
    sizeBytes: 90_000,
    ...overrides,
  };
  return { ok: true, file } as const;
}

/** One resident talking to the dialogue; effects are carried out on a copy of what the service would know. */
export class Resident {
  now = MONDAY_MORNING;
  piecesPerMinute = 100;
  state: DialogueState = initialState;
  person: Subscriber;
  appeals: AppealView[] = [];
  repliedAppealNumber: string | undefined;
  news: DialogueContext['news'] = { day: '2026-11-23', items: [] };
  knownApplicant: DialogueContext['knownApplicant'];
  faq: DialogueContext['faq'] = [];
  topics: DialogueContext['topics'] = SOME_TOPICS;
  /** Draft acts that links and buttons may name */
  drafts: readonly DraftAct[] = [aDraftAct()];
  quietHours: DialogueContext['quietHours'] = { from: '21:00', to: '08:00' };
  effects: readonly DialogueEffect[] = [];
  replies: readonly OutgoingContent[] = [];
  /** What the last step would say, had its effects come to this */
  repliesWith: (copy: CopyGiven) => readonly OutgoingContent[] = () => [];
  #messages = 0;

  constructor(overrides: Partial<Subscriber> = {}) {
    this.person = {
      id: 's1',
      channel: 'telegram',
      address: '100',
      name: 'Марія',
      locale: 'uk',
      status: 'pending',
      topics: [],
      deliveryMode: 'digest',
      digestAt: '18:00',
      consent: undefined,
      source: undefined,
      createdAt: MONDAY_MORNING,
      ...overrides,
    };
  }

  /** Somebody who has agreed to mailings and is at the menu. */
  static subscribed(locale: Locale = 'uk'): Resident {
    const consent = { source: 'dialogue', version: 1, textHash: 'x', at: MONDAY_MORNING } as const;
    const resident = new Resident({ status: 'active', topics: ['news', 'utilities'], consent, locale });
    resident.state = { ...initialState, screen: { id: 'menu' } };
    return resident;
  }

  get screen(): DialogueState['screen']['id'] {
    return this.state.screen.id;
  }

  get text(): string {
    return this.replies.map((reply) => reply.text).join('\n---\n');
  }

  get labels(): string[] {
    return (this.replies.at(-1)?.keyboard?.rows ?? []).flat().map(({ label }) => label);
  }

  get context(): DialogueContext {
    return this.contextOf(undefined);
  }

  contextOf(event: DialogueEvent | undefined): DialogueContext {
    const named = draftIdOf(event as ResidentEvent | undefined);
    const draft = this.drafts.find(({ id }) => id === named);
    const { now, quietHours, person, appeals, repliedAppealNumber, news, knownApplicant } = this;
    return {
      now,
      timeZone: KYIV,
      organisation: nizhyn,
      office,
      draft,
      topics: this.topics,
      streets: NIZHYN_STREETS,
      faq: this.faq,
      quietHours,
      piecesPerMinute: this.piecesPerMinute,
      appealYears: 5,
      person,
      knownApplicant,
      appeals,
      repliedAppealNumber,
      news,
    };
  }

  start(context?: string): this {
    return this.take({ kind: 'subscribed', person: this.person, at: this.now, greet: true, context });
  }

  say(text: string, parts: MessageParts = {}): this {
    return this.message({ text, ...parts });
  }

  message(parts: MessageParts): this {
    this.#messages += 1;
    return this.take({
      kind: 'message',
      person: this.person,
      at: this.now,
      messageId: `m${this.#messages}`,
      text: '',
      files: [],
      place: undefined,
      unreadable: undefined,
      albumId: undefined,
      replyToMessageId: undefined,
      edited: false,
      ...parts,
    });
  }

  /** Presses the button of the last reply that has the label. */
  press(label: string): this {
    const button = (this.replies.at(-1)?.keyboard?.rows ?? []).flat().find((shown) => shown.label === label);
    if (button?.action.kind !== 'command')
      throw new Error(`no button «${label}» in ${this.labels.join(' · ')}`);
    return this.pressData(button.action.data);
  }

  pressData(data: string): this {
    return this.take({
      kind: 'button',
      person: this.person,
      at: this.now,
      data,
      messageId: undefined,
      acknowledgement: undefined,
    });
  }

  take(event: DialogueEvent): this {
    const done = step(event, this.state, this.contextOf(event));
    const known = new Set(this.appeals.map(({ number }) => number));
    for (const effect of done.effects) this.#carryOut(effect);
    const submitted = this.appeals.find(({ number }) => !known.has(number));
    this.effects = done.effects;
    this.replies = done.replies({ submitted });
    this.repliesWith = (copy) => done.replies({ submitted, copy });
    this.state = parseState(done.state);
    return this;
  }

  #carryOut(effect: DialogueEffect): void {
    switch (effect.kind) {
      case 'consent':
        this.person = {
          ...this.person,
          status: 'active',
          consent: { source: 'dialogue', version: effect.version, textHash: effect.textHash, at: this.now },
        };
        return;
      case 'setTopics':
        this.person = { ...this.person, topics: effect.topics };
        return;
      case 'setDeliveryMode':
        this.person = { ...this.person, deliveryMode: effect.mode, digestAt: effect.digestAt };
        return;
      case 'setLocale':
        this.person = { ...this.person, locale: effect.locale };
        return;
      case 'setName':
        this.person = { ...this.person, name: effect.name };
        return;
      case 'setApplicant':
        this.knownApplicant = { fullName: effect.fullName, residence: effect.residence };
        return;
      case 'stop':
        this.person = { ...this.person, status: 'stopped' };
        return;
      case 'erase':
        this.person = { ...this.person, status: 'erased', name: undefined, topics: [], consent: undefined };
        return;
      case 'becomeUnreachable':
        this.person = { ...this.person, status: 'unreachable' };
        return;
      case 'becomeReachable':
        this.person = { ...this.person, status: this.person.consent ? 'active' : 'pending' };
        return;
      case 'submitAppeal':
        this.appeals = [this.#register(effect.appeal), ...this.appeals];
        return;
      case 'rateAppeal':
        this.appeals = this.appeals.map((appeal) =>
          appeal.number === effect.number ? { ...appeal, rating: effect.rating } : appeal,
        );
        return;
      case 'addToAppeal':
        this.appeals = this.appeals.map((appeal) =>
          appeal.number === effect.number
            ? {
                ...appeal,
                correspondence: [
                  ...appeal.correspondence,
                  { from: 'citizen', at: this.now, text: effect.text, fileCount: effect.files.length },
                ],
              }
            : appeal,
        );
    }
  }

  #register(draft: AppealDraft): AppealView {
    const sequence = SEQUENCE_BEFORE_FIRST_APPEAL + this.appeals.length + 1;
    const clock = CLOCKS[draft.kind];
    const { registeredAt, registeredLater } = registrationOf(this.now, office);
    return anAppeal({
      number: formatAppealNumber(seriesOf(draft.kind), 2026, sequence),
      subject: draft.text.slice(0, 80),
      text: draft.text,
      receivedAt: this.now,
      registeredAt,
      registeredLater,
      dueAt: clock && dueOf(clock, registeredAt, office)?.dueAt,
      correspondence: [{ from: 'citizen', at: this.now, text: draft.text, fileCount: draft.files.length }],
    });
  }
}

/** An open appeal received on Monday 23 November 2026. */
export function anAppeal(overrides: Partial<AppealView> = {}): AppealView {
  const receivedAt = overrides.receivedAt ?? MONDAY_MORNING;
  return {
    number: 'Н-2026-000123',
    subject: 'ліхтар на вул. Шевченка',
    text: 'Не горить ліхтар на вул. Шевченка, 12',
    status: 'registered',
    departmentName: 'Управління ЖКГ',
    receivedAt,
    registeredAt: receivedAt,
    dueAt: dueOf('appeal', receivedAt, office)?.dueAt,
    registeredLater: false,
    open: true,
    answeredAt: undefined,
    rating: undefined,
    history: [{ status: 'registered', at: receivedAt }],
    correspondence: [],
    ...overrides,
  };
}
