import type { PortalContext } from '../portal-context.ts';

/** What was asked of the service. */
interface Asked {
  readonly variables: unknown;
  readonly token: string | null;
}

/** A service that gives fixed answers, in turn; the last one again and again. A text is the code of an error. */
export function answering(
  ...answers: readonly (object | string)[]
): PortalContext & { readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    async execute<Result>(_: unknown, variables: unknown, options?: { readonly token?: string | null }) {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? 'INTERNAL_SERVER_ERROR';
      asked.push({ variables, token: options?.token ?? null });
      return typeof answer === 'string'
        ? { errors: [{ message: 'masked', extensions: { code: answer } }] }
        : { data: answer as Result };
    },
    seal: (text) => Buffer.from(text).toString('base64url'),
    unseal: (sealed) => Buffer.from(sealed, 'base64url').toString(),
    refused: null,
    reportIncident: () => undefined,
  };
}
