import 'graphiql/style.css';
import { GraphiQL } from 'graphiql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { useState } from 'react';
import { askDoor } from './analytics-door.ts';
import { MemoryStorage } from './memory-storage.ts';

const FIRST_QUESTION = `# Numbers are of closed months. Small ones are null, and suppressed is true.
query WhatMayBeAsked {
  statistics {
    dataFrom
    dataThrough
    threshold
    combinations {
      dimensions
    }
  }
}
`;

/** GraphiQL, with a schema that was read already. Keeps nothing in the browser. */
export function Explorer({
  schema,
  token,
}: {
  readonly schema: GraphQLSchema;
  readonly token: string | null;
}) {
  const [storage] = useState(() => new MemoryStorage());
  return (
    <GraphiQL
      fetcher={async ({ query, variables, operationName }) =>
        (await askDoor({ query, variables, operationName }, token)) as ExecutionResult
      }
      schema={schema}
      storage={storage}
      defaultQuery={FIRST_QUESTION}
      isHeadersEditorEnabled={false}
      showPersistHeadersSettings={false}
    />
  );
}
