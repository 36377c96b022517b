import type { DocumentDecoration } from 'gql.tada';
import type { DocumentNode } from 'graphql';

/** An operation that knows what it takes and gives. */
export type PortalDocument<Result, Variables> = DocumentNode & DocumentDecoration<Result, Variables>;

/** What one operation answered: data, or errors that the server's mask has already cleaned. */
export interface PortalAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: unknown };
  }[];
}

/** What the server hands to every loader and action of the portal. */
export interface PortalContext {
  /**
   * Runs one operation on the public door, in process, through the same limits and the same mask as over HTTP.
   *
   * @param options `token`: the reporter's session token, from the `__Host-reporter` cookie.
   */
  execute<Result, Variables>(
    document: PortalDocument<Result, Variables>,
    variables: Variables,
    options?: { readonly token?: string | null },
  ): Promise<PortalAnswer<Result>>;

  /**
   * Seals a short text for a cookie that lives a minute (AEAD), so that neither a proxy's log nor a browser's
   * files can be read. Any process of this installation opens it.
   *
   * @returns base64url, without padding.
   */
  seal(text: string): string;

  /** Opens what {@link PortalContext.seal} made. `null`: not sealed here, changed, or older than two minutes. */
  unseal(sealed: string): string | null;

  /**
   * The HTTP status of a request that no page was asked with, a form that is too large for example: its page says so in the
   * language of the address. `null` otherwise.
   */
  readonly refused: number | null;

  /** Notes that a page failed, under an incident id and with nothing of the request. Never throws. */
  reportIncident(error: unknown): void;
}

declare module 'react-router' {
  interface AppLoadContext extends PortalContext {}
}
