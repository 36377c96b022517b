import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { fromSource } from './question-edit.ts';
import { VersionSourceQuery } from './questions.query.ts';
import type { DraftOnPage } from './use-draft.ts';

/**
 * Puts the questions of an earlier version onto the page where the page before asked for it. Nothing is stored by that.
 *
 * @returns the number of that version, once it is there.
 */
export function useBeginAgain({ change }: Pick<DraftOnPage, 'change'>): number | null {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { state } = useLocation();
  const from: unknown = state?.beginFrom;
  const asked = useRef<unknown>(null);
  const [number, setNumber] = useState<number | null>(null);

  useEffect(() => {
    if (typeof from !== 'string' || asked.current === from) return;
    asked.current = from;
    const begin = async () => {
      const { data } = await client.query({
        query: VersionSourceQuery,
        variables: { id: from },
        fetchPolicy: 'no-cache',
      });
      if (!data?.questionnaireVersion) return;
      change(data.questionnaireVersion.questions.map(fromSource));
      setNumber(data.questionnaireVersion.number);
      // A page that is loaded anew begins with the draft.
      await navigate('.', { replace: true, state: null });
    };
    // Where it does not arrive the page shows the draft, and nothing says otherwise.
    void begin().catch(() => undefined);
  }, [client, change, from, navigate]);

  return number;
}
