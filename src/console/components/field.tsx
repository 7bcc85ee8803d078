import type { FC, PropsWithChildren } from 'hono/jsx';

interface FieldProps {
  readonly name: string;
  /** Where several fields share a name; else the name */
  readonly id?: string | undefined;
  readonly label: string;
  readonly value?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  readonly maxLength?: number | undefined;
  /** Id of the form it belongs to, where it stands outside of it */
  readonly form?: string | undefined;
}

interface TextFieldProps extends FieldProps {
  readonly type?:
    | 'text'
    | 'email'
    | 'password'
    | 'url'
    | 'search'
    | 'date'
    | 'datetime-local'
    | 'number'
    | 'time'
    | undefined;
  readonly autocomplete?: string | undefined;
  /** Which keyboard a phone shows */
  readonly inputMode?: 'numeric' | undefined;
}

/** A labelled one-line input with its hint and its error. */
export const TextField: FC<TextFieldProps> = ({
  type = 'text',
  value,
  autocomplete,
  inputMode,
  ...field
}) => (
  <Labelled {...field}>
    <input type={type} {...controlAttributes(field)} {...{ value, autocomplete }} inputmode={inputMode} />
  </Labelled>
);

/** A labelled many-line input. What was typed comes back as its text. */
export const TextArea: FC<FieldProps & { readonly class?: string }> = ({
  value,
  class: className,
  ...field
}) => (
  <Labelled {...field}>
    <textarea class={className} {...controlAttributes(field)}>
      {value ?? ''}
    </textarea>
  </Labelled>
);

/** A labelled choice of files; `accept` holds endings of names. */
export const FileField: FC<
  FieldProps & { readonly accept: readonly string[]; readonly isSingle?: boolean }
> = ({ accept, isSingle, ...field }) => (
  <Labelled {...field}>
    <input type="file" multiple={!isSingle} accept={accept.join(',')} {...controlAttributes(field)} />
  </Labelled>
);

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A labelled choice of one. */
export const SelectField: FC<FieldProps & { readonly options: readonly Option[] }> = ({
  value,
  options,
  ...field
}) => (
  <Labelled {...field}>
    <select {...controlAttributes(field)}>
      {options.map((option) => (
        <option value={option.value} selected={option.value === (value ?? '')}>
          {option.label}
        </option>
      ))}
    </select>
  </Labelled>
);

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly type: 'checkbox' | 'radio';
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** A group of checkboxes, or of radio buttons, under one legend. */
export const Choices: FC<ChoicesProps> = ({ name, legend, type, options, chosen, hint, error }) => (
  <fieldset id={name} tabindex={-1} aria-describedby={describedBy({ name, hint, error })}>
    <legend>{legend}</legend>
    <Remarks {...{ name, hint, error }} />
    <div class="choices">
      {options.map((option) => (
        <label class="choice">
          <input type={type} name={name} value={option.value} checked={chosen.includes(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

type Remark = Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>;

const Labelled: FC<PropsWithChildren<Remark & { readonly label: string }>> = ({
  id,
  name,
  label,
  hint,
  error,
  children,
}) => (
  <div class="field">
    <label for={id ?? name}>{label}</label>
    <Remarks {...{ id, name, hint, error }} />
    {children}
  </div>
);

const Remarks: FC<Remark> = ({ name, id = name, hint, error }) => (
  <>
    {hint === undefined ? null : (
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {error === undefined ? null : (
      <p class="field-error" id={`${id}-error`}>
        {error}
      </p>
    )}
  </>
);

function controlAttributes({ id, name, hint, error, required, maxLength, form }: Omit<FieldProps, 'label'>) {
  return {
    form,
    id: id ?? name,
    name,
    required,
    maxlength: maxLength,
    // Of several fields the browser takes the first: a refused form begins where it is to be mended.
    autofocus: error !== undefined,
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-describedby': describedBy({ id, name, hint, error }),
  };
}

function describedBy({ name, id = name, hint, error }: Remark): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}
