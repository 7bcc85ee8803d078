import type { Button, Keyboard } from '../../domain/keyboard.js';

/** Begins what a pressed button sends, so that nobody presses it by typing. */
export const COMMAND_PREFIX = '#cmd:';

/** Requests for a place or a telephone number are understood from this version of the client API on. */
const REQUESTS_API_VERSION = 3;

/** Viber drops the keyboard at a message without one. */
const MENU: Keyboard = {
  placement: 'question',
  rows: [[{ label: 'Меню', action: { kind: 'command', data: 'menu' } }]],
};

interface ViberButton {
  readonly Columns: 6;
  readonly Rows: 1;
  readonly ActionType: 'reply' | 'open-url' | 'location-picker' | 'share-phone';
  readonly ActionBody: string;
  readonly Text: string;
  readonly TextSize: 'large';
  /** True: the action is not shown in the chat as words of the person */
  readonly Silent: boolean;
}

/** The parts of a message's JSON that show a keyboard: one button per row, large letters. */
export interface ViberKeyboardFields {
  readonly keyboard: {
    readonly Type: 'keyboard';
    readonly DefaultHeight: false;
    readonly InputFieldState: 'regular';
    readonly Buttons: readonly ViberButton[];
  };
  readonly min_api_version?: number;
}

/**
 * The keyboard of a message, «Меню» alone when it has none and last below a message that lives on.
 * @see https://developers.viber.com/docs/tools/keyboards/
 */
export function viberKeyboard(keyboard: Keyboard | undefined): ViberKeyboardFields {
  const buttons = withMenu(keyboard).rows.flat();
  const requests = buttons.some(({ action }) => action.kind.startsWith('request-'));
  return {
    keyboard: {
      Type: 'keyboard',
      DefaultHeight: false,
      InputFieldState: 'regular',
      Buttons: buttons.map(viberButton),
    },
    ...(requests ? { min_api_version: REQUESTS_API_VERSION } : {}),
  };
}

/** A message's own buttons replace the ones below the chat here, so «Меню» stands last among them. */
function withMenu(keyboard: Keyboard | undefined): Keyboard {
  if (keyboard === undefined || keyboard.rows.flat().length === 0) return MENU;
  const hasMenu = keyboard.rows
    .flat()
    .some(({ action }) => action.kind === 'command' && action.data === 'menu');
  if (keyboard.placement === 'question' || hasMenu) return keyboard;
  return { ...keyboard, rows: [...keyboard.rows, ...MENU.rows] };
}

function viberButton({ label, action }: Button): ViberButton {
  const look = { Columns: 6, Rows: 1, Text: label, TextSize: 'large', Silent: true } as const;
  switch (action.kind) {
    case 'command':
      return { ...look, ActionType: 'reply', ActionBody: `${COMMAND_PREFIX}${action.data}` };
    case 'url':
      return { ...look, ActionType: 'open-url', ActionBody: action.url };
    case 'request-location':
      return {
        ...look,
        ActionType: 'location-picker',
        ActionBody: `${COMMAND_PREFIX}location`,
        Silent: false,
      };
    case 'request-phone':
      return { ...look, ActionType: 'share-phone', ActionBody: `${COMMAND_PREFIX}phone`, Silent: false };
  }
}
