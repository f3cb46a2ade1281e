import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { findDuplicates } from '@shared/people/merge';
import type { Person } from '@shared/records/person/person';
import {
  Button,
  ComboBox,
  EmptyState,
  Form,
  FormActions,
  FormRow,
  LinkButton,
  Page,
  Row,
  RowList,
  Section,
  Sheet,
  useGo,
  type FormProblem,
} from '../../../ui';
import { useRecords } from '../../../vault';
import { peopleCrumb } from '../NoPerson';
import styles from '../people.module.css';
import { duplicateReasonWords } from './merge-words';

const detailOf = ({ role, startDate, payrollNumber }: Person): string =>
  [role, `since ${formatDate(startDate)}`, payrollNumber].filter((part) => part !== '').join(', ');

/** Pairs that may be one person: a guess, and somebody looks. */
export function DuplicatesPage() {
  const people = useRecords('person');
  const pairs = useMemo(() => {
    const byId = new Map(people.map((record) => [record.id, record]));
    return findDuplicates(people).flatMap(({ ids: [first, second], reason }) => {
      const [one, two] = [byId.get(first), byId.get(second)];
      return one === undefined || two === undefined ? [] : [{ one, two, reason }];
    });
  }, [people]);
  return (
    <Page
      title="People who may be here twice"
      docTitle="Here twice"
      crumbs={[peopleCrumb]}
      lede="Two records of one person can become one. You see what changes first, and can undo it."
    >
      {pairs.length === 0 ? (
        <Sheet>
          <EmptyState
            icon={<Users />}
            title="Nobody seems to be here twice"
            action={<LinkButton href="~/people">See people</LinkButton>}
          >
            Numbers, names and start dates were compared. You can still choose two below.
          </EmptyState>
        </Sheet>
      ) : (
        <Section title={pairs.length === 1 ? '1 pair' : `${pairs.length} pairs`}>
          <Sheet>
            <RowList aria-label="Pairs that may be one person">
              {pairs.map(({ one, two, reason }) => (
                <Row
                  key={`${one.id}${two.id}`}
                  href={`~/people/merge/${one.id}/${two.id}`}
                  title={
                    one.value.name === two.value.name
                      ? one.value.name
                      : `${one.value.name} and ${two.value.name}`
                  }
                  detail={`${duplicateReasonWords[reason]}. ${detailOf(one.value)}; ${detailOf(two.value)}.`}
                />
              ))}
            </RowList>
          </Sheet>
        </Section>
      )}
      {people.length > 1 && <ChooseTwo />}
    </Page>
  );
}

function ChooseTwo() {
  const people = useRecords('person');
  const go = useGo();
  const [first, setFirst] = useState<string | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const options = useMemo(
    () =>
      people
        .map(({ id, value }) => ({ value: id, label: value.name, detail: detailOf(value) }))
        .sort((left, right) => left.label.localeCompare(right.label, 'en-GB')),
    [people],
  );
  const errorOf = (field: string) => errors.find((problem) => problem.field === field)?.message;
  const compare = (): void => {
    const problems: FormProblem[] = [];
    if (first === null) problems.push({ field: 'first', message: 'Choose the first record' });
    if (second === null) problems.push({ field: 'second', message: 'Choose the second record' });
    else if (first === second) problems.push({ field: 'second', message: 'Choose two different records' });
    setErrors(problems);
    if (problems.length === 0 && first !== null && second !== null) go(`~/people/merge/${first}/${second}`);
  };
  return (
    <Section title="Compare two others">
      <div className={styles.formWidth}>
        <Form errors={errors} onSubmit={compare}>
          <FormRow>
            <ComboBox
              name="first"
              label="First record"
              value={first}
              onChange={setFirst}
              error={errorOf('first')}
              options={options}
            />
            <ComboBox
              name="second"
              label="Second record"
              value={second}
              onChange={setSecond}
              error={errorOf('second')}
              options={options}
            />
          </FormRow>
          <FormActions>
            <Button type="submit">Compare them</Button>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}
