import type { OperationLimits } from './operation-limits.ts';

/**
 * Whether variables stay within the limits: how many values, how deep, how many bytes of text.
 *
 * Walks with a list instead of calling itself, so nothing that a client nests can exhaust the stack.
 */
export function areVariablesWithin(limits: OperationLimits, variables: unknown): boolean {
  let values = 0;
  let bytes = 0;
  const open: { value: unknown; depth: number }[] = [{ value: variables, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (depth > limits.variableDepth) return false;
    if (typeof value === 'string') bytes += Buffer.byteLength(value);
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        values += 1;
        bytes += Array.isArray(value) ? 0 : Buffer.byteLength(name);
        if (values > limits.variableValues) return false;
        open.push({ value: inner, depth: depth + 1 });
      }
    }
    if (bytes > limits.bytes) return false;
  }
  return true;
}
