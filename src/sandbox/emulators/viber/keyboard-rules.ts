import { type Fields, isFields, optionalText, requireText } from './field-rules.js';
import { ViberRefusal } from './status.js';

/** @see https://creators.viber.com/docs/bots-api/resources/messaging/keyboards */
const GRID_COLUMNS = 6;
const BUTTON_TEXT_MAX = 250;
const ACTION_TYPES = ['reply', 'open-url', 'location-picker', 'share-phone', 'none'] as const;
/** Actions and the API level their clients need. */
const ACTION_API_LEVEL: Readonly<Record<string, number>> = { 'location-picker': 3, 'share-phone': 3 };

/** How tall buttons may be: 2 rows in a keyboard, 7 in rich media. */
export interface GridLimits {
  readonly rowsMax: number;
}

export const KEYBOARD_GRID: GridLimits = { rowsMax: 2 };
export const RICH_MEDIA_GRID: GridLimits = { rowsMax: 7 };

/** A button after checking. */
export interface ViberButton {
  readonly columns: number;
  readonly rows: number;
  readonly actionType: (typeof ACTION_TYPES)[number];
  readonly actionBody: string;
  readonly text: string;
  readonly background?: string | undefined;
  readonly silent: boolean;
}

/**
 * Checks the buttons of a keyboard or of rich media.
 *
 * @param apiLevel the message's min_api_version
 * @throws {ViberRefusal} 3, 4, or 14 for an action newer than `apiLevel`
 */
export function checkButtons(grid: unknown, limits: GridLimits, apiLevel: number): readonly ViberButton[] {
  if (!isFields(grid)) throw new ViberRefusal('badData', 'keyboard is not valid');
  const list = grid.Buttons;
  if (!Array.isArray(list) || list.length === 0) throw new ViberRefusal('missingData', 'Buttons');
  const buttons = list.map((item) => checkButton(item, limits, apiLevel));
  requireFullRows(buttons);
  return buttons;
}

function checkButton(item: unknown, { rowsMax }: GridLimits, apiLevel: number): ViberButton {
  if (!isFields(item)) throw new ViberRefusal('badData', 'keyboard is not valid');
  const actionType = checkActionType(item, apiLevel);
  return {
    columns: sizeOf(item, 'Columns', GRID_COLUMNS),
    rows: sizeOf(item, 'Rows', rowsMax),
    actionType,
    actionBody: actionType === 'none' ? '' : requireText(item, 'ActionBody', 2000),
    text: buttonText(item),
    background: optionalText(item, 'BgColor', 9),
    silent: item.Silent === true,
  };
}

function checkActionType(item: Fields, apiLevel: number): ViberButton['actionType'] {
  const given = item.ActionType ?? 'reply';
  const actionType = ACTION_TYPES.find((type) => type === given);
  if (actionType === undefined) throw new ViberRefusal('badData', 'ActionType');
  if ((ACTION_API_LEVEL[actionType] ?? 1) > apiLevel) {
    throw new ViberRefusal('incompatibleWithVersion', `${actionType} needs min_api_version 3`);
  }
  return actionType;
}

/** Text, a picture, a background picture or a colour: a button shows at least one. */
function buttonText(item: Fields): string {
  const text = optionalText(item, 'Text', BUTTON_TEXT_MAX) ?? '';
  const isVisible =
    text !== '' || ['Image', 'BgMedia', 'BgColor'].some((field) => typeof item[field] === 'string');
  if (!isVisible) throw new ViberRefusal('missingData', 'Text');
  return text;
}

/** A whole number from 1; left out, the whole width or one row. */
function sizeOf(item: Fields, name: 'Columns' | 'Rows', max: number): number {
  const value = item[name] ?? (name === 'Columns' ? GRID_COLUMNS : 1);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new ViberRefusal('badData', `${name} must be 1–${max}`);
}

/** Buttons fill rows of six columns in order; one that does not fit its row breaks the layout. */
function requireFullRows(buttons: readonly ViberButton[]): void {
  if (new Set(buttons.map(({ rows }) => rows)).size > 1) return;
  let used = 0;
  for (const { columns } of buttons) {
    used = used === GRID_COLUMNS ? columns : used + columns;
    if (used > GRID_COLUMNS) throw new ViberRefusal('badData', 'Columns of a row are over 6');
  }
}
