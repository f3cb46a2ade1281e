import { CircleAlert } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Instrument } from '@shared/instruments/instrument';
import type { FormSplit } from '@shared/survey/survey-form';
import type { Reply } from '@shared/wellbeing/wave-rules';
import { Button, cx } from '../../../ui';
import wellbeing from '../wellbeing.module.css';
import { allowedText, emptyReply, readTyped, sortedAnswers, withAnswer } from './entry';
import { SplitChoice } from './SplitChoice';

export interface ReplyGridProps {
  readonly instrument: Instrument;
  readonly split: FormSplit | null;
  readonly reply: Reply;
  readonly onChange: (reply: Reply) => void;
  /** Answers in words why not, or null once it is done. */
  readonly onSave: (reply: Reply) => Promise<string | null>;
  readonly name: string;
  readonly saveLabel: string;
  readonly takesFocus: boolean;
}

/** The first digits of an answer that is none yet. */
interface Begun {
  readonly item: number;
  readonly text: string;
}

/** A step down: the boxes stand in rows of five, as on the sheet. */
const inARow = 5;

/**
 * One reply, a box an item. An answer is kept, and moves on as soon as no other can be meant; anything else is refused
 * in words at once and never kept. Backspace goes back, Enter goes on and in the end saves, Tab leaves an item blank.
 */
export function ReplyGrid(props: ReplyGridProps) {
  const { instrument, split, reply, onChange, onSave } = props;
  const { answers } = reply;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [refused, setRefused] = useState<{ readonly item: number; readonly text: string } | null>(null);
  const [begun, showBegun] = useState<Begun | null>(null);
  /** The same, at once: moving on leaves a box before the screen is drawn anew. */
  const begunNow = useRef<Begun | null>(null);
  const [isSaving, setSaving] = useState(false);
  const allowed = sortedAnswers(instrument);
  const allowedWords = allowedText(instrument);
  const blanks = answers.filter((answer) => answer === null).length;
  const { takesFocus } = props;

  useEffect(() => {
    if (takesFocus) grid.current?.querySelector('input')?.focus();
  }, [takesFocus]);

  function setBegun(next: Begun | null): void {
    begunNow.current = next;
    showBegun(next);
  }

  const boxes = (): HTMLInputElement[] => [...(grid.current?.querySelectorAll('input') ?? [])];

  function focusItem(index: number): void {
    const at = Math.max(index, 0);
    if (at >= instrument.itemCount && split !== null) {
      const radios = grid.current?.parentElement?.querySelectorAll<HTMLInputElement>('input[type="radio"]');
      const chosen = [...(radios ?? [])].find(({ checked }) => checked) ?? radios?.[0];
      chosen?.focus();
      return;
    }
    boxes()[Math.min(at, instrument.itemCount - 1)]?.focus();
  }

  const keep = (index: number, answer: number | null): void => {
    onChange({ ...reply, answers: withAnswer(answers, index, answer) });
  };
  const refuse = (index: number, typed: string): void => {
    setRefused({ item: index, text: `Item ${index + 1} takes ${allowedWords}. “${typed}” was not kept.` });
  };

  function take(index: number, text: string): void {
    const before = begun?.item === index ? begun.text : String(answers[index] ?? '');
    // A new digit behind an answer that is whole begins a new one.
    const typed =
      readTyped(text, allowed).kind === 'refused' && isBehind(text, before, allowed) ? text.slice(-1) : text;
    const read = readTyped(typed, allowed);
    switch (read.kind) {
      case 'refused':
        refuse(index, typed);
        return;
      case 'empty':
        setBegun(null);
        setRefused(null);
        keep(index, null);
        return;
      case 'begun':
        setBegun({ item: index, text: typed });
        setRefused(null);
        if (answers[index] !== null) keep(index, null);
        return;
      case 'kept':
        setBegun(null);
        setRefused(null);
        keep(index, read.value);
        if (read.isDone) focusItem(index + 1);
    }
  }

  /** What is only begun when its box is left is no answer. */
  function leave(index: number): void {
    const left = begunNow.current;
    if (left?.item !== index) return;
    refuse(index, left.text);
    setBegun(null);
  }

  async function save(): Promise<void> {
    if (isSaving || begun !== null) {
      if (begun !== null) leave(begun.item);
      return;
    }
    setSaving(true);
    const problem = await onSave(reply);
    setSaving(false);
    if (problem !== null) {
      const blank = answers.indexOf(null);
      setRefused({ item: Math.max(0, blank), text: problem });
      return;
    }
    setRefused(null);
    focusItem(0);
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>, index: number): void {
    const answer = answers[index] ?? null;
    const isOpen = answer !== null && !isWhole(answer, allowed);
    const go = (to: number): void => {
      event.preventDefault();
      focusItem(to);
    };
    if (event.key === 'Backspace' && answer === null && begun?.item !== index) {
      if (index > 0) keep(index - 1, null);
      setRefused(null);
      go(index - 1);
    } else if (event.key === ' ') go(index + 1);
    else if (event.key === 'Enter' && isOpen && index + 1 < instrument.itemCount) go(index + 1);
    else if (event.key === 'ArrowRight') go(index + 1);
    else if (event.key === 'ArrowLeft') go(index - 1);
    else if (event.key === 'ArrowDown') go(Math.min(index + inARow, instrument.itemCount - 1));
    else if (event.key === 'ArrowUp') go(index - inARow);
  }

  return (
    <form
      className={wellbeing.reply}
      aria-label={props.name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div
        ref={grid}
        role="group"
        aria-label={`Answers by item number, ${allowedWords}`}
        aria-describedby={`${id}-how`}
        className={cx(wellbeing.boxes, wellbeing.boxesFive)}
      >
        {answers.map((answer, index) => {
          const isRefused = refused?.item === index;
          return (
            // Items have no identity but their number.
            <div key={index} className={wellbeing.box}>
              <label htmlFor={`${id}-${index}`}>
                <span>Item </span>
                {index + 1}
              </label>
              <input
                id={`${id}-${index}`}
                name={`item-${index + 1}`}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                value={begun?.item === index ? begun.text : String(answer ?? '')}
                aria-invalid={isRefused ? true : undefined}
                aria-describedby={isRefused ? `${id}-refused` : undefined}
                onFocus={(event) => {
                  event.target.select();
                }}
                onBlur={() => {
                  leave(index);
                }}
                onChange={(event) => {
                  take(index, event.target.value);
                }}
                onKeyDown={(event) => {
                  onKey(event, index);
                }}
              />
            </div>
          );
        })}
      </div>
      {split !== null && (
        <SplitChoice
          split={split}
          value={reply.split}
          onChange={(place) => {
            onChange({ ...reply, split: place });
          }}
        />
      )}
      <div className={wellbeing.refusal} role="alert" id={`${id}-refused`}>
        {refused !== null && (
          <>
            <CircleAlert aria-hidden="true" />
            <span>{refused.text}</span>
          </>
        )}
      </div>
      <p id={`${id}-how`} className={wellbeing.muted}>
        {howText(instrument, allowed, allowedWords)}
        {blanks > 0 && blanks < instrument.itemCount && ` ${blanks} still blank.`}
      </p>
      <div className={wellbeing.bar}>
        <Button type="submit" variant="primary" isPending={isSaving}>
          {props.saveLabel}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            onChange(emptyReply(instrument));
            setRefused(null);
            setBegun(null);
            focusItem(0);
          }}
        >
          Clear it
        </Button>
      </div>
    </form>
  );
}

function isWhole(answer: number, allowed: readonly number[]): boolean {
  const read = readTyped(String(answer), allowed);
  return read.kind === 'kept' && read.isDone;
}

/** One character typed behind what stood there, where that could not have gone on. */
function isBehind(text: string, before: string, allowed: readonly number[]): boolean {
  const stood = readTyped(before, allowed);
  return text.slice(0, -1) === before && stood.kind === 'kept' && stood.isDone;
}

function howText(instrument: Instrument, allowed: readonly number[], words: string): string {
  const oneKey = allowed.every((answer) => String(answer).length === 1);
  const moves = oneKey
    ? 'each digit moves on'
    : 'it moves on when nothing else can be meant, else press the space bar';
  const blank = instrument.notApplicable === null ? '' : ` ${instrument.notApplicable} is “does not apply”.`;
  return `Type ${words}: ${moves}.${blank} Backspace goes back, Tab leaves an item blank, Enter saves.`;
}
