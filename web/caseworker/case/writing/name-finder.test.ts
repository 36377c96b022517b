import { describe, expect, it } from '@jest/globals';
import { findNames } from './name-finder.ts';

const KNOWN = ['Noor Haddad', 'Siân  Price-Jones', 'X (temp.)'];

describe('findNames', () => {
  it.each([
    ['Dr Evans will call you', 'Dr Evans'],
    ['We asked Prof. Mary Ann O’Neill about it', 'Prof. Mary Ann O’Neill'],
    ['mrs Smith-Jones was there', 'mrs Smith-Jones'],
    ['Bydd yr Athro Rhys yn eich ffonio', 'Athro Rhys'],
    ['تحدثنا مع الدكتورة ليلى أمس', 'الدكتورة ليلى'],
    ['سنكتب للسيد حسن', 'للسيد حسن'],
    ['Ask noor haddad about it', 'noor haddad'],
    ['Siân Price-Jones, our dean', 'Siân Price-Jones'],
    ['X (temp.) knows', 'X (temp.)'],
  ])('finds in "%s" the name %s', (text, found) => {
    expect(findNames(text, KNOWN)).toEqual([{ kind: 'name', text: found }]);
  });

  it.each([
    ['Thank you for writing to Example University. We are sorry that this happened to you in Cardiff.'],
    ['You can call Samaritans on Monday. The Students’ Union can help as well.'],
    ['Was the professor there? Ask the doctor, sir.'],
    ['نشكرك على رسالتك. الأستاذ الذي ذكرته'],
    ['Noor and Haddad'],
    ['Noor Haddadi'],
    [''],
  ])('lets "%s" go without a second look', (text) => {
    expect(findNames(text, KNOWN)).toEqual([]);
  });

  it('names each finding once, and a known name with a title once', () => {
    expect(findNames('Dr Noor Haddad. Again: Dr Noor Haddad', KNOWN)).toEqual([
      { kind: 'name', text: 'Dr Noor Haddad' },
    ]);
  });
});
