/** The end of a form of one record: the day it ended where it has one, saving, and leaving it for now. */
import type { ReactNode } from 'react';
import { Button, DateField, FormActions, LinkButton, type DateFieldProps } from '../ui';

export interface RecordFootProps {
  /** "Save group": what the button does. */
  readonly save: string;
  readonly isSaving?: boolean;
  /** Where "Not now" leads. What was typed stays as a draft. */
  readonly back: string;
  /** The last day. Only of a record that is there already: nothing ends as it begins. */
  readonly end?: Omit<DateFieldProps, 'isOptional'> | null;
  readonly children?: ReactNode;
}

export function RecordFoot(props: RecordFootProps) {
  const { save, isSaving = false, back, end = null, children } = props;
  return (
    <>
      {end !== null && <DateField {...end} isOptional />}
      <FormActions>
        <Button type="submit" variant="primary" isPending={isSaving}>
          {save}
        </Button>
        <LinkButton href={back} variant="quiet">
          Not now
        </LinkButton>
        {children}
      </FormActions>
    </>
  );
}
