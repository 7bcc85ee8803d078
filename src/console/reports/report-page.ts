import type { ReportParagraph } from '../../domain/report/compose.js';
import type { ReportMonth } from '../../domain/report/month.js';
import type { ReportView } from '../../services/reports/reports.js';
import type { FormSecretsModel } from '../components/form-secrets.js';
import type { CityDates } from '../words/dates.js';
import type { ReportQuery } from './report-address.js';

/** Everything the page of one report is drawn from. */
export interface ReportPage {
  readonly month: ReportMonth;
  readonly view: ReportView;
  /** What the address asked for */
  readonly query: ReportQuery;
  readonly isOver: boolean;
  /** The shown report is not signed, and this person may confirm and add */
  readonly isEditable: boolean;
  /** The shown report is not signed, and this person may sign */
  readonly maySign: boolean;
  readonly maySetNames: boolean;
  readonly dates: CityDates;
  readonly secrets: FormSecretsModel;
}

/** One paragraph on that page. */
export interface ParagraphProps {
  readonly page: ReportPage;
  readonly paragraph: ReportParagraph;
}
