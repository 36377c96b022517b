import { Kind, OperationTypeNode } from 'graphql';
import type { Log } from '../shared/log.ts';
import type { Viewer } from '../viewer.ts';
import type { Door } from './door.ts';
import type { OperationRequest } from './operation-request.ts';
import { type HttpAnswer, Operations } from './operations.ts';
import type { AskedContext, Unidentified } from './unidentified.ts';

/**
 * Lets some people read the schema of a door that shows it to nobody else. Only what asks for nothing but the schema goes
 * this way, so the wider limits that introspection needs hold for no question about data.
 */
export class SchemaReading {
  private readonly operations: Operations;

  private constructor(
    door: Door,
    log: Log,
    private readonly mayRead: (viewer: Viewer) => boolean,
  ) {
    this.operations = new Operations(door, log, true);
  }

  /** Null where nobody may read the schema of the door. */
  static of(door: Door, log: Log): SchemaReading | null {
    return door.mayReadSchema ? new SchemaReading(door, log, door.mayReadSchema) : null;
  }

  async start(): Promise<void> {
    await this.operations.start();
  }

  async stop(): Promise<void> {
    await this.operations.stop();
  }

  /** Whether somebody is one of them. @throws what the look-up of who asks failed with. */
  isFor(viewer: Viewer | Unidentified): boolean {
    if (viewer.kind === 'unidentified') throw viewer.because;
    return this.mayRead(viewer);
  }

  /** Whether a request asks for the schema alone, within what that needs. */
  takes(request: OperationRequest): boolean {
    if (this.operations.refusal(request) !== null) return false;
    const { document } = this.operations.documents.prepare(request.query);
    return (document?.definitions ?? []).every(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ||
        (definition.kind === Kind.OPERATION_DEFINITION &&
          definition.operation === OperationTypeNode.QUERY &&
          definition.selectionSet.selections.every(
            (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
          )),
    );
  }

  /** Answers a request that `takes` takes. Never throws. */
  async answerHttp(
    request: OperationRequest,
    accept: string | undefined,
    context: AskedContext,
  ): Promise<HttpAnswer> {
    return this.operations.answerHttp(request, accept, context);
  }
}
