import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CASE_STATUSES } from '../case/work/statuses.ts';
import {
  addressOf,
  CASE_ORDERS,
  CASE_VIEWS,
  type InboxView,
  isNarrowed,
  NARROWINGS,
  plainView,
  statusesWithin,
  toggled,
  variablesFor,
  viewIn,
  widened,
} from './inbox-address.ts';

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyView: fc.Arbitrary<InboxView> = fc.record({
  list: fc.constantFrom(...CASE_VIEWS),
  statuses: fc.subarray([...CASE_STATUSES]),
  only: fc.subarray([...NARROWINGS]),
  label: fc.option(fc.constantFrom('urgent', 'safe-guarding')),
  assignee: fc.option(fc.uuid()),
  from: fc.option(day),
  to: fc.option(day),
  order: fc.constantFrom(...CASE_ORDERS),
});
const plain = plainView('ALL_OPEN');
const read = (address: string) => viewIn(new URLSearchParams(address));

describe('the address of the inbox', () => {
  it('brings back every view', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(read(addressOf(view))).toEqual(view);
      }),
    );
  });

  it('is the same whatever order the filters were chosen in', () => {
    const view: InboxView = {
      ...plain,
      statuses: ['OPEN', 'NEW'],
      only: ['unread', 'overdue'],
      order: 'RECEIVED',
    };

    expect(addressOf(view)).toBe('status=new,open&only=overdue,unread&order=received');
  });

  it('is empty for the list that an address without any opens: all that is open', () => {
    expect(read('')).toEqual(plain);
    expect(addressOf(plain)).toBe('');
  });

  it('names every other list', () => {
    expect(CASE_VIEWS.map((list) => addressOf(plainView(list)))).toEqual([
      'view=my-cases',
      'view=unassigned',
      'view=reply-due',
      'view=overdue',
      'view=waiting-for-reporter',
      '',
      'view=closed',
    ]);
  });

  it('orders what is closed by the day it came, for nothing is due there', () => {
    expect(read('view=closed').order).toBe('RECEIVED');
    expect(read('view=overdue').order).toBe('REPLY_DUE');
  });

  it('opens the inbox whatever else somebody wrote into it', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (search) => {
        expect(() => read(search)).not.toThrow();
      }),
    );
  });

  it('leaves out what it does not know and keeps the rest', () => {
    const view = read(
      'view=gone&status=gone,open&status=closed&only=mine&order=by-magic&from=today&label=a%20b',
    );

    expect(view).toEqual({ ...plain, statuses: ['OPEN', 'CLOSED'] });
  });
});

describe('variablesFor', () => {
  it('asks for each filter that stands, and for no other', () => {
    const view: InboxView = {
      list: 'CLOSED',
      statuses: ['ON_HOLD'],
      only: ['unassigned', 'overdue', 'unread'],
      label: 'urgent',
      assignee: 'somebody',
      from: '2026-04-01',
      to: '2026-04-09',
      order: 'RECEIVED',
    };

    expect(variablesFor(view)).toEqual({
      filter: {
        view: 'CLOSED',
        status: ['ON_HOLD'],
        isUnassigned: true,
        isOverdue: true,
        hasUnread: true,
        label: 'urgent',
        assignee: 'somebody',
        receivedFrom: '2026-04-01',
        receivedTo: '2026-04-09',
      },
      orderBy: 'RECEIVED',
    });
    expect(variablesFor(plain)).toEqual({ filter: { view: 'ALL_OPEN' }, orderBy: 'REPLY_DUE' });
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
  it('takes a filter for one, and list and order for none', () => {
    expect(isNarrowed({ ...plain, list: 'OVERDUE', order: 'RECEIVED' })).toBe(false);
    expect(isNarrowed({ ...plain, statuses: ['NEW'] })).toBe(true);
    expect(isNarrowed({ ...plain, only: ['unread'] })).toBe(true);
    expect(isNarrowed({ ...plain, label: 'urgent' })).toBe(true);
  });

  it('holds for no view that was widened', () => {
    fc.assert(fc.property(anyView, (view) => expect(isNarrowed(widened(view))).toBe(false)));
  });
});

describe('statusesWithin', () => {
  it('offers no choice where a list holds one status only', () => {
    expect(statusesWithin('CLOSED')).toEqual([]);
    expect(statusesWithin('WAITING_FOR_REPORTER')).toEqual([]);
    expect(statusesWithin('MY_CASES')).not.toContain('CLOSED');
  });
});
