import type {
  ComposeDraft,
  ComposeDrafts,
  ComposeField,
} from '../../services/compose-drafts/compose-drafts.js';
import { CSRF_FIELD } from '../../web/csrf.js';
import { formText } from '../forms.js';
import type { CityDates } from '../words/dates.js';

/** Of one opening of the form only. */
const NOT_KEPT: readonly string[] = [CSRF_FIELD, 'requestId', 'act', 'keptVersion'];
/** Several times what the fields of the form may hold; more is no form of ours. */
const KEPT_CHARACTERS_MAX = 100_000;

/** What the form says of what it keeps by itself. */
export interface KeptModel {
  /** Carried by the form: a second window must not write over the first */
  readonly version: number;
  /** `kept`: leaving loses nothing; `elsewhere`: another window keeps its own */
  readonly state: 'nothing' | 'kept' | 'elsewhere';
  /** «23 листопада, 14:35»; '' while nothing is kept */
  readonly when: string;
}

export const NOTHING_KEPT: KeptModel = { version: 0, state: 'nothing', when: '' };

/** Keeps what was typed, unless another window of the same person has kept something since. */
export async function keepUnsaved(
  drafts: ComposeDrafts,
  { place, staffId }: { readonly place: string; readonly staffId: string },
  form: FormData,
  dates: CityDates,
): Promise<KeptModel> {
  const seen = Number(formText(form, 'keptVersion')) || 0;
  const fields = fieldsOf(form);
  if (fields.reduce((sum, { value }) => sum + value.length, 0) > KEPT_CHARACTERS_MAX) return NOTHING_KEPT;
  const draft = await drafts.keep(place, staffId, fields, seen);
  return draft ? keptModel(draft, dates) : { version: seen, state: 'elsewhere', when: '' };
}

export function keptModel({ version, savedAt }: ComposeDraft, dates: CityDates): KeptModel {
  return { version, state: 'kept', when: dates.moment(savedAt) };
}

/** The form as it was when it was kept. */
export function keptForm({ fields }: ComposeDraft): FormData {
  const form = new FormData();
  for (const { name, value } of fields) form.append(name, value);
  return form;
}

function fieldsOf(form: FormData): readonly ComposeField[] {
  return [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !NOT_KEPT.includes(name) ? [{ name, value }] : [],
  );
}
