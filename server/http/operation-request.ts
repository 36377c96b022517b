/** One GraphQL request as a client wrote it; only its outer form has been checked. */
export interface OperationRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly operationName: string | null;
}

/**
 * Reads the outer form of a GraphQL request, or answers null. A list, which would be a batch, is not one; a hash
 * instead of a document neither. `extensions` are not read.
 */
export function readOperationRequest(body: unknown): OperationRequest | null {
  if (!isRecord(body)) return null;
  const { query, variables = null, operationName = null } = body;
  if (typeof query !== 'string' || query === '') return null;
  if (variables !== null && !isRecord(variables)) return null;
  if (operationName !== null && typeof operationName !== 'string') return null;
  return { query, variables: variables ?? {}, operationName };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
