import { beforeEach, describe, expect, it } from '@jest/globals';
import { SessionStore } from './session.ts';

describe('SessionStore', () => {
  const ada = { id: 'a', name: 'Ada', email: 'ada@example.org', roles: ['CASEWORKER'] } as const;
  let session: SessionStore;
  beforeEach(() => {
    session = new SessionStore();
  });

  it('has nobody signed in when the service finds no session at the start', () => {
    session.ended();

    expect(session.get()).toEqual({ stage: 'nobody' });
  });

  it('keeps who was signed in when the session ends, so that the page can wait for them', () => {
    session.began(ada);

    session.ended();

    expect(session.get()).toEqual({ stage: 'ended', caseworker: ada, turn: 1 });
  });

  it('counts each sign-in, so that what failed in between is tried again', () => {
    session.began(ada);
    session.ended();

    session.began(ada);

    expect(session.get()).toEqual({ stage: 'signed-in', caseworker: ada, turn: 2 });
  });

  it('ends once only, however many operations find it ended', () => {
    session.began(ada);
    let told = 0;
    session.subscribe(() => {
      told += 1;
    });

    session.ended();
    session.ended();

    expect(told).toBe(1);
  });

  it('ends when it passes to somebody else, and not when the same person has it in another tab', () => {
    session.began(ada);

    session.passedTo('a');
    expect(session.get().stage).toBe('signed-in');
    session.passedTo('b');

    expect(session.get()).toEqual({ stage: 'ended', caseworker: ada, turn: 1 });
  });

  it('goes on when the same person signs in again in another tab, and waits when it was somebody else', () => {
    session.began(ada);
    session.ended();

    session.passedTo('b');
    expect(session.get().stage).toBe('ended');
    session.passedTo('a');

    expect(session.get()).toEqual({ stage: 'signed-in', caseworker: ada, turn: 2 });
  });

  it('keeps whoever is signed in when the service gives no answer', () => {
    session.began(ada);

    session.gaveNoAnswer();

    expect(session.get().stage).toBe('signed-in');
  });

  it('can ask again after no answer', () => {
    session.gaveNoAnswer();
    expect(session.get().stage).toBe('unreachable');

    session.askAgain();

    expect(session.get().stage).toBe('unknown');
  });
});
