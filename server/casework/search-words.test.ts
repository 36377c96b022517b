import { describe, expect, it } from '@jest/globals';
import { folded, placesOf, wordsOf } from './search-words.ts';

describe('folded', () => {
  it.each([
    ['CAFÉ', 'cafe'],
    ['Ysgol Gynradd Tŷ', 'ysgol gynradd ty'],
    ['ﬁrst ＡＢＣ', 'first abc'],
    ['e\u0301', 'e'],
    ['Straße', 'straße'],
    ['مُحَمَّد', 'محمد'],
    ['tab\tand\nline', 'tab\tand\nline'],
  ])('reads %j as %j', (text, read) => {
    expect(folded(text)).toBe(read);
  });
});

describe('wordsOf', () => {
  it('gives each different word once', () => {
    expect(wordsOf('  The Library\u3000the  LIBRARY\n ')).toEqual(['the', 'library']);
    expect(wordsOf(' \t ')).toEqual([]);
  });
});

describe('placesOf', () => {
  const texts = [
    { place: 'a', text: 'in the library' },
    { place: 'b', text: 'at the window' },
  ];

  it('says where any of the words stands, once all of them stand somewhere', () => {
    expect(placesOf(['library', 'window'], texts)).toEqual(['a', 'b']);
    expect(placesOf(['lib'], texts)).toEqual(['a']);
  });

  it('finds nothing where one word is missing, and nothing for no words', () => {
    expect(placesOf(['library', 'door'], texts)).toBeNull();
    expect(placesOf([], texts)).toBeNull();
  });
});
