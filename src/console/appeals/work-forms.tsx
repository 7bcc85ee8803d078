import type { FC } from 'hono/jsx';
import { FormSecrets } from '../components/form-secrets.js';
import { LimitAccess } from './access-card.js';
import { Ask, Extend, RequestDetails } from './asking-forms.js';
import { Classify } from './classify-form.js';
import { Block, Close, Reject, Reopen } from './ending-forms.js';
import { Assign, Forward, ForwardOutside, Merge } from './moving-forms.js';
import type { WorkFormsProps } from './work-form.js';

/** What can be done with the appeal as it stands, each behind its own heading. */
export const WorkForms: FC<WorkFormsProps> = (props) => {
  const { appeal } = props;
  if (appeal.quarantine !== undefined) return <Block {...props} />;
  return (
    <>
      {appeal.isOpen ? <Ask {...props} /> : null}
      {appeal.isOpen ? <Classify {...props} /> : null}
      {appeal.isOpen ? <Assign {...props} /> : null}
      {appeal.isOpen ? <Forward {...props} /> : null}
      {appeal.isRejectable ? <ForwardOutside {...props} /> : null}
      {appeal.isRejectable ? <RequestDetails {...props} /> : null}
      {appeal.extendsTo !== undefined ? <Extend {...props} /> : null}
      {appeal.isWithdrawn ? null : <Merge {...props} />}
      {appeal.isRejectable ? <Reject {...props} /> : null}
      {appeal.isClosable ? <Close {...props} /> : null}
      {appeal.isReopenable ? <Reopen {...props} /> : null}
      <LimitAccess {...props} />
      <Block {...props} />
    </>
  );
};

/** The one button of an appeal that nobody has. */
export const TakeForm: FC<Pick<WorkFormsProps, 'appeal' | 'secrets'>> = ({ appeal, secrets }) => (
  <form method="post" action={`${appeal.href}/take`}>
    <FormSecrets secrets={secrets} />
    <button class="button" type="submit">
      Взяти в роботу
    </button>
  </form>
);
