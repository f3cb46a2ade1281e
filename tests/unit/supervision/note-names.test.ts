import { describe, expect, it } from 'vitest';
import { checkNote, noteWarning } from '@shared/supervision/note-check';

describe('what must not stand in a note', () => {
  it.each([
    ['Upset after the visit to client Morag', 'client-name'],
    ['Her service user, Jim Paterson, moved', 'client-name'],
    ['Spoke with Mrs Fairlie', 'client-name'],
    ['She was diagnosed last year', 'diagnosis'],
    ['Signed off with PTSD', 'diagnosis'],
    ['Talked about her childhood abuse', 'trauma-history'],
    ['CHI 0101011236', null],
  ])('%s', (text, finding) => {
    if (finding === null) expect(checkNote(text)).not.toContain('client-name');
    else expect(checkNote(text)).toEqual([finding]);
  });

  it.each([
    'The client KW-204 is moving on Friday',
    'Three clients in May, two in June',
    'Clients On Monday. Case The same',
    'Anxious about the rota, sad about the news',
    'Wants the stabilisation course and the skills days',
  ])('lets %s pass', (text) => {
    expect(checkNote(text)).toEqual([]);
  });

  it('lets colleagues be named', () => {
    expect(checkNote('Takes the case Ailsa had', ['Ailsa Munro'])).toEqual([]);
    expect(checkNote('Takes the case Ailsa had')).toEqual(['client-name']);
  });

  it('says so without stopping anybody', () => {
    expect(noteWarning('Client Morag, diagnosed')).toMatch(
      /name of someone who uses the service and a diagnosis.*still save/,
    );
  });
});
