import { type DocumentNode, type GraphQLFormattedError, print, type TypedQueryDocumentNode } from 'graphql';
import type { EndpointParts } from './endpoint-parts.ts';
import { NO_COOKIE } from './session-tokens.ts';
import { whoAsks } from './unidentified.ts';

/** What one operation answered: data, or errors that the mask has already cleaned. */
export interface InProcessAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/**
 * Runs one query or mutation inside this process, through the limits and the mask of HTTP. Never rejects.
 *
 * @param options `token`: session token of whoever asks; absent for what anyone may ask.
 */
export type Execute = <Result, Variables>(
  document: TypedQueryDocumentNode<Result, Variables>,
  variables: Variables,
  options?: { readonly token?: string | null },
) => Promise<InProcessAnswer<Result>>;

/** The way in for pages that are rendered here. @param caller whose request the page answers. */
export function executeInProcess({ door, operations }: EndpointParts, caller: string): Execute {
  return async <Result, Variables>(
    document: TypedQueryDocumentNode<Result, Variables>,
    variables: Variables,
    options: { readonly token?: string | null } = {},
  ): Promise<InProcessAnswer<Result>> => {
    try {
      const viewer = await whoAsks(door, options.token ?? null);
      const request = {
        query: textOf(document),
        variables: Object.fromEntries(Object.entries(variables ?? {})),
        operationName: null,
      };
      const answer = await operations.execute(request, { viewer, caller, staffCookie: NO_COOKIE });
      return { ...answer, data: answer.data as Result | null | undefined };
    } catch (error) {
      return { errors: [operations.mask.incident(error)] };
    }
  };
}

/** Documents are constants of the program, so each is printed once. */
const printed = new WeakMap<DocumentNode, string>();

function textOf(document: DocumentNode): string {
  const known = printed.get(document);
  if (known !== undefined) return known;
  const text = print(document);
  printed.set(document, text);
  return text;
}
