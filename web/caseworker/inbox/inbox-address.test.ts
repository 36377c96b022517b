import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addressOf,
  CASE_ORDERS,
  CASE_STATUSES,
  type InboxView,
  isNarrowed,
  NARROWINGS,
  toggled,
  variablesFor,
  viewIn,
} from './inbox-address.ts';

const anyView: fc.Arbitrary<InboxView> = fc.record({
  statuses: fc.subarray([...CASE_STATUSES]),
  only: fc.subarray([...NARROWINGS]),
  order: fc.constantFrom(...CASE_ORDERS),
});

describe('the address of the inbox', () => {
  it('brings back every view', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(viewIn(new URLSearchParams(addressOf(view)))).toEqual(view);
      }),
    );
  });

  it('is the same whatever order the filters were chosen in', () => {
    const view = { statuses: ['OPEN', 'NEW'], only: ['unread', 'overdue'], order: 'RECEIVED' } as const;

    expect(addressOf(view)).toBe('status=new,open&only=overdue,unread&order=received');
  });

  it('is empty for the view that an address without filters opens', () => {
    const view = viewIn(new URLSearchParams());

    expect(view).toEqual({ statuses: [], only: [], order: 'REPLY_DUE' });
    expect(addressOf(view)).toBe('');
  });

  it('opens the inbox whatever else somebody wrote into it', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        expect(() => viewIn(new URLSearchParams(search))).not.toThrow();
      }),
    );
  });

  it('leaves out what it does not know and keeps the rest', () => {
    const view = viewIn(new URLSearchParams('status=gone,open&status=closed&only=mine&order=by-magic'));

    expect(view).toEqual({ statuses: ['OPEN', 'CLOSED'], only: [], order: 'REPLY_DUE' });
  });
});

describe('variablesFor', () => {
  it('asks for each filter that stands, and for no other', () => {
    const view = {
      statuses: ['ON_HOLD'],
      only: ['unassigned', 'overdue', 'unread'],
      order: 'RECEIVED',
    } as const;

    expect(variablesFor(view)).toEqual({
      filter: { status: ['ON_HOLD'], isUnassigned: true, isOverdue: true, hasUnread: true },
      orderBy: 'RECEIVED',
    });
    expect(variablesFor({ statuses: [], only: [], order: 'REPLY_DUE' })).toEqual({
      filter: {},
      orderBy: 'REPLY_DUE',
    });
  });
});

describe('toggled', () => {
  it('comes back to the same filters when a chip is pressed twice', () => {
    fc.assert(
      fc.property(fc.subarray([...NARROWINGS]), fc.constantFrom(...NARROWINGS), (values, value) => {
        const twice = toggled(toggled(values, value), value);

        expect([...twice].sort()).toEqual([...values].sort());
      }),
    );
  });
});

describe('isNarrowed', () => {
  it('takes a filter for one, and the order for none', () => {
    expect(isNarrowed({ statuses: [], only: [], order: 'RECEIVED' })).toBe(false);
    expect(isNarrowed({ statuses: ['NEW'], only: [], order: 'REPLY_DUE' })).toBe(true);
    expect(isNarrowed({ statuses: [], only: ['unread'], order: 'REPLY_DUE' })).toBe(true);
  });
});
