import { Plus } from 'lucide-react';
import { useState } from 'react';
import { plainWords } from '@shared/import/cells';
import { Button, Dialog, Select, TextField } from '../../../ui';
import styles from './by-hand.module.css';

const longestName = 200;

/** Whose figures are typed. A service without a staff list names its teams here. */
export function TeamChoice(props: {
  readonly team: string;
  readonly teams: readonly string[];
  readonly onChange: (team: string) => void;
}) {
  const { team, teams, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const shownAs = teams.find((each) => plainWords(each) === plainWords(team)) ?? team;

  function add(): void {
    const wanted = name.trim();
    if (plainWords(wanted) === '') setProblem('Enter the name of the team');
    else if (wanted.length > longestName) setProblem('Use 200 characters or fewer');
    else {
      // A name that is there already, however it is written, is that team.
      onChange(teams.find((each) => plainWords(each) === plainWords(wanted)) ?? wanted);
      setOpen(false);
    }
  }

  return (
    <div className={styles.teamChoice}>
      <Select
        name="hand-team"
        label="Figures for"
        value={shownAs}
        options={[
          { value: '', label: 'The whole service' },
          ...teams.map((each) => ({ value: each, label: each })),
        ]}
        onChange={onChange}
      />
      <Button
        variant="quiet"
        icon={<Plus aria-hidden="true" />}
        onPress={() => {
          setName('');
          setProblem('');
          setOpen(true);
        }}
      >
        Another team
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setOpen}
        title="Another team"
        actions={
          <>
            <Button variant="primary" onPress={add}>
              Add team
            </Button>
            <Button
              onPress={() => {
                setOpen(false);
              }}
            >
              Cancel
            </Button>
          </>
        }
      >
        <TextField
          name="hand-new-team"
          label="Name of the team"
          hint="It is kept with the first figure that you type for it."
          value={name}
          error={problem}
          autoFocus
          onChange={setName}
          onKeyDown={(event) => {
            if (event.key === 'Enter') add();
          }}
        />
      </Dialog>
    </div>
  );
}
