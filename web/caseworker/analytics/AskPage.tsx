import type { GraphQLSchema } from 'graphql';
import { lazy, Suspense, useEffect, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { readSchema } from './analytics-door.ts';
import { TokenForm } from './TokenForm.tsx';

const Explorer = lazy(async () => ({ default: (await import('./Explorer.tsx')).Explorer }));

type State =
  | { readonly at: 'opening' | 'away' }
  | { readonly at: 'token'; readonly isRefused: boolean }
  | { readonly at: 'asking'; readonly schema: GraphQLSchema; readonly token: string | null };

/**
 * GraphiQL on the analytics door, for administrators who are signed in on the dashboard and for holders of an API token.
 * The token is kept in this page alone, and so is what was asked.
 */
export function AskPage() {
  const [state, setState] = useState<State>({ at: 'opening' });
  const title = useIntl().formatMessage({ id: 'ask.heading' });
  useEffect(() => {
    document.title = title;
  }, [title]);

  async function open(token: string | null): Promise<void> {
    const schema = await readSchema(token);
    if (schema === 'away') setState({ at: 'away' });
    else if (schema === 'refused') setState({ at: 'token', isRefused: token !== null });
    else setState({ at: 'asking', schema, token });
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as whoever is signed in
  useEffect(() => void open(null), []);

  return (
    <div className="ask">
      <header className="ask-bar">
        <h1>{title}</h1>
        <p className="hint">
          <FormattedMessage id="ask.about" />
        </p>
        <a href="/admin/api-tokens">
          <FormattedMessage id="ask.back" />
        </a>
      </header>
      <main>
        {state.at === 'opening' && (
          <p role="status">
            <FormattedMessage id="ask.opening" />
          </p>
        )}
        {state.at === 'away' && (
          <p role="alert">
            <FormattedMessage id="ask.away" />
          </p>
        )}
        {state.at === 'token' && <TokenForm isRefused={state.isRefused} onToken={open} />}
        {state.at === 'asking' && (
          <Suspense
            fallback={
              <p role="status">
                <FormattedMessage id="ask.opening" />
              </p>
            }
          >
            <Explorer schema={state.schema} token={state.token} />
          </Suspense>
        )}
      </main>
    </div>
  );
}
