import { useRef, useState, type Ref } from 'react';
import { lineBreaksIn, passphraseEdges } from '@shared/vault/passphrase-edges';
import { TextField } from '../../ui';
import { edgeWords, lineBreakWords } from './passphrase-words';

export interface PassphraseFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly name: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly error?: string | undefined;
  /** This very value was tried: whatever is odd about it is worth a word. */
  readonly wasTried?: boolean | undefined;
}

/**
 * A box for a passphrase. It trims nothing, and says what cannot be seen: Caps Lock, white space at an end, and line
 * breaks that a box of one line does not take. A space is no news while the next word is still to come, so it is
 * told once it was pasted or tried. Not when the box is left: the words would move the button under the pointer.
 */
export function PassphraseField(props: PassphraseFieldProps) {
  const { value, onChange, wasTried = false, ...rest } = props;
  const [isCapsOn, setCapsOn] = useState(false);
  const [isPasted, setPasted] = useState(false);
  const [lost, setLost] = useState<ReturnType<typeof lineBreaksIn>>('none');
  const isPasting = useRef(false);

  function readCaps(event: React.KeyboardEvent): void {
    setCapsOn(event.getModifierState('CapsLock'));
  }
  const warnings = [
    isCapsOn ? 'Caps Lock is on.' : '',
    lineBreakWords(lost),
    isPasted || wasTried ? edgeWords(passphraseEdges(value)) : '',
  ].filter((words) => words !== '');
  return (
    <div
      onPaste={(event) => {
        isPasting.current = true;
        setLost(lineBreaksIn(event.clipboardData.getData('text/plain')));
      }}
    >
      <TextField
        {...rest}
        type="password"
        value={value}
        onChange={(next) => {
          setPasted(isPasting.current);
          if (!isPasting.current) setLost('none');
          isPasting.current = false;
          onChange(next);
        }}
        onKeyDown={readCaps}
        onKeyUp={readCaps}
        warning={warnings.length === 0 ? undefined : warnings.join(' ')}
      />
    </div>
  );
}
