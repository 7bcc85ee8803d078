import type { FC } from 'hono/jsx';
import { PARAGRAPH_KEYS } from '../../domain/report/paragraph.js';
import { SelectField, TextArea } from '../components/field.js';
import { FormSecrets } from '../components/form-secrets.js';
import { PARAGRAPH_WORDS } from '../words/report-words.js';
import type { ReportPage } from './report-page.js';

interface SentenceFormProps {
  readonly page: ReportPage;
  /** What was typed and could not be added */
  readonly text: string | undefined;
}

/** Adds a sentence of staff after a paragraph, or at the end. */
export const SentenceForm: FC<SentenceFormProps> = ({ page, text }) => (
  <form
    class="form card screen-only"
    id="sentence"
    method="post"
    action={`/reports/${page.month}/sentences`}
    aria-labelledby="sentence-title"
  >
    <h2 id="sentence-title">Додати речення</h2>
    <FormSecrets secrets={page.secrets} />
    <SelectField
      name="after"
      label="Де"
      value={page.query.after ?? 'end'}
      options={[
        { value: 'end', label: 'Наприкінці' },
        ...PARAGRAPH_KEYS.map((key) => ({ value: key, label: `Після: ${PARAGRAPH_WORDS[key]}` })),
      ]}
    />
    <TextArea name="text" label="Речення" class="textarea-low" maxLength={2_000} value={text} required />
    <div>
      <button class="button" type="submit">
        Додати речення
      </button>
    </div>
  </form>
);
