import type { FC } from 'hono/jsx';
import { FormSecrets, type FormSecretsModel } from '../components/form-secrets.js';
import { Notice, type NoticeModel } from '../components/notice.js';
import { Erasures } from './retention-fields.js';
import { type SectionBackground, SectionFields } from './section-fields.js';
import type { SettingsSection } from './settings-form.js';
import { SettingsHead } from './settings-page.js';
import type { SectionModel } from './settings-section.js';

export interface SettingsViewProps {
  readonly name: SettingsSection;
  readonly title: string;
  readonly section: SectionModel;
  readonly background: SectionBackground;
  readonly secrets: FormSecretsModel;
  readonly notice: NoticeModel | undefined;
}

/** One section of what the council decides for itself. */
export const SettingsView: FC<SettingsViewProps> = ({ name, title, section, background, ...props }) => (
  <>
    <SettingsHead title={title} />
    <Notice notice={props.notice} />
    <form class="form card" method="post" action={`/settings/${name}`}>
      <FormSecrets secrets={props.secrets} />
      <SectionFields name={name} section={section} background={background} />
      <div>
        <button class="button" type="submit">
          Зберегти
        </button>
      </div>
    </form>
    {background.retention ? <Erasures erasures={background.retention.erasures} /> : null}
  </>
);
