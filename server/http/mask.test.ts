import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { GraphQLError, Kind, parse } from 'graphql';
import { ArgumentValidationError, AuthenticationError, AuthorizationError } from 'type-graphql';
import { QueryFailedError } from 'typeorm';
import { openLog } from '../shared/log.ts';
import { ErrorMask } from './mask.ts';

const CANARY = 'canary-2b8e';

function newMask() {
  const lines: string[] = [];
  const mask = new ErrorMask(openLog('debug', { write: (line) => void lines.push(line) }), 'public');
  return { mask, log: () => lines.join('') };
}

/** As graphql-js hands over what a resolver threw. */
function thrownIn(path: string, error: Error): GraphQLError {
  const [definition] = parse(`{ ${path} }`).definitions;
  const field =
    definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections[0] : undefined;
  return new GraphQLError(error.message, { nodes: field, path: [path], originalError: error });
}

const ofDatabase = () => {
  const driverError = Object.assign(new Error(CANARY), {
    code: '23505',
    detail: `Key (text)=(${CANARY})`,
    where: CANARY,
  });
  return new QueryFailedError(`INSERT ${CANARY}`, [CANARY], driverError);
};

describe('the mask', () => {
  it.each<[string, string, Error]>([
    ['UNAUTHENTICATED', 'AuthenticationError of type-graphql', new AuthenticationError(CANARY)],
    ['FORBIDDEN', 'AuthorizationError of type-graphql', new AuthorizationError(CANARY)],
    [
      'BAD_USER_INPUT',
      'ArgumentValidationError of type-graphql, which carries what was typed',
      new ArgumentValidationError([{ property: 'text', value: CANARY, target: { text: CANARY } }]),
    ],
  ])('passes %s for an %s', (code, _, error) => {
    const { mask, log } = newMask();

    const masked = mask.mask(thrownIn('submit', error));

    expect(masked.extensions).toEqual({ code });
    expect(JSON.stringify(masked)).not.toContain(CANARY);
    expect(log()).toBe('');
  });

  it.each<[string, unknown]>([
    ['an error of the database', ofDatabase()],
    ['an error of the database in a resolver', thrownIn('submit', ofDatabase())],
    [
      'an error that claims a code of its own',
      thrownIn('submit', new GraphQLError(CANARY, { extensions: { code: CANARY } })),
    ],
    [
      'an error that claims to be internal',
      new GraphQLError(CANARY, { extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
    ],
    ['an error without a code that a resolver threw', thrownIn('submit', new GraphQLError(CANARY))],
    [
      'an error whose cause has a code that passes',
      thrownIn('submit', new Error(CANARY, { cause: new AuthenticationError() })),
    ],
    ['an object', { message: CANARY, extensions: { code: 'FORBIDDEN' } }],
    ['a string', CANARY],
    ['nothing', undefined],
  ])('makes an incident of %s, and neither the answer nor the log says more', (_, error) => {
    const { mask, log } = newMask();

    const masked = mask.mask(error);

    expect(masked).toMatchObject({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', incident: expect.stringMatching(/^[\da-f]{16}$/) },
    });
    expect(Object.keys(masked.extensions)).toEqual(['code', 'incident']);
    expect(log()).toContain(masked.extensions.incident);
    expect(JSON.stringify(masked) + log()).not.toContain(CANARY);
  });

  it('names every incident differently', () => {
    const { mask } = newMask();

    const incidents = Array.from({ length: 100 }, () => mask.mask(new Error('x')).extensions.incident);

    expect(new Set(incidents).size).toBe(100);
  });

  it('leaves out of the log the hour at which a reporter met an error', () => {
    const { mask, log } = newMask();

    mask.mask(new Error('x'));

    expect(log()).not.toMatch(/T\d\d:\d\d/);
  });

  it('keeps where in its own document a client went wrong', () => {
    const { mask } = newMask();

    const masked = mask.mask(thrownIn('submit', new AuthenticationError()));

    expect(masked).toMatchObject({ path: ['submit'], locations: [{ line: 1, column: 3 }] });
  });
});
