import { describe, expect, it } from '@jest/globals';
import { useWireLabs } from './testing/wire-lab.ts';

describe('GraphiQL', () => {
  const open = useWireLabs();

  it('is served whole from here where a developer asks for it', async () => {
    const lab = await open({ introspection: true });

    const [page, program, style] = await Promise.all(
      ['/graphiql', '/graphiql/main.js', '/graphiql/main.css'].map((path) => lab.send('GET', path)),
    );

    expect(page?.body).not.toMatch(/https?:/);
    expect(program?.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(program?.body.length).toBeGreaterThan(100_000);
    expect(style?.body).not.toMatch(/@import|url\(["']?https?:/);
    expect(page?.headers['content-security-policy']).not.toContain('unsafe');
  });

  it('finds the introspection query of its kind within the limits', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    const lab = await open({ introspection: true });

    const answer = await lab.graphql(
      getIntrospectionQuery({ inputValueDeprecation: true, descriptions: true }),
    );

    expect(answer.json().errors).toBeUndefined();
  });

  it('is not there otherwise', async () => {
    const lab = await open();

    const answers = await Promise.all(
      ['/graphiql', '/graphiql/main.js'].map((path) => lab.send('GET', path)),
    );

    expect(answers.map((answer) => answer.status)).toEqual([404, 404]);
  });
});
