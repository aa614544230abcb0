import { dutchNoteOf } from './data/dutch-notes.js';
import { SHIPPED_CATALOGUE } from './shipped-catalogue.js';

describe('the notes of the shipped list', () => {
  it('can all be read in Dutch', () => {
    const notes = SHIPPED_CATALOGUE.services.flatMap(({ note }) => (note === null ? [] : [note]));
    expect(notes.length).toBeGreaterThan(10);
    expect(notes.filter((note) => dutchNoteOf(note) === null)).toEqual([]);
  });

  it('leave a note of another list as it is', () => {
    expect([dutchNoteOf('Somebody else wrote this.'), dutchNoteOf(null)]).toEqual([null, null]);
  });
});
