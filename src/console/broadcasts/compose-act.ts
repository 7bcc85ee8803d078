import { formText } from '../forms.js';
import type { ComposeValues } from './compose-values.js';

/** `look`: the parts that a script keeps fresh; `show`: the page again, with nothing saved; `forget`: what was not saved. */
export type ComposeAct = 'save' | 'look' | 'show' | 'forget';

export interface Pressed {
  readonly act: ComposeAct;
  readonly values: ComposeValues;
}

const PICTURE_ACT = /^(drop|first)-picture:(\d{1,2})$/;

/** What the pressed button of the form asks for; buttons of pictures change what was typed and show it again. */
export function pressed(form: FormData, values: ComposeValues): Pressed {
  const name = formText(form, 'act');
  if (name === 'look' || name === 'show' || name === 'forget') return { act: name, values };
  const [, change, place] = PICTURE_ACT.exec(name) ?? [];
  if (change === undefined) return { act: 'save', values };
  const at = Number(place);
  const others = values.pictures.filter((_picture, index) => index !== at);
  const chosen = change === 'first' ? values.pictures.slice(at, at + 1) : [];
  return { act: 'show', values: { ...values, pictures: [...chosen, ...others] } };
}
