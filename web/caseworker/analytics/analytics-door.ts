import {
  buildClientSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
} from 'graphql';

/** What a document is asked with. */
export interface Question {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null;
}

/** An answer of the door; `errors` alone where it could not be reached or read. */
export interface DoorAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

/**
 * Asks the analytics door. Never throws.
 *
 * @param token an API token; null: as whoever is signed in on the dashboard.
 */
export async function askDoor(question: Question, token: string | null): Promise<DoorAnswer> {
  try {
    const response = await fetch('/analytics/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(question),
      // An analyst is nobody but who the token says.
      credentials: token === null ? 'same-origin' : 'omit',
    });
    return (await response.json()) as DoorAnswer;
  } catch {
    return { errors: [{ message: 'The server did not answer.' }] };
  }
}

/** The schema of the door, or why there is none: it was refused, or nobody answered. */
export async function readSchema(token: string | null): Promise<GraphQLSchema | 'refused' | 'away'> {
  const query = getIntrospectionQuery({ inputValueDeprecation: true, descriptions: true });
  const { data, errors } = await askDoor({ query }, token);
  if (data) return buildClientSchema(data as IntrospectionQuery);
  return errors?.some((error) => 'extensions' in error) ? 'refused' : 'away';
}
