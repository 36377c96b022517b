import { type RequestContext, signedIn } from '../viewer.ts';
import { CaseReading, type CaseSources } from './case-reading.ts';

/** What each request has read so far. */
export class CaseReadings {
  private readonly byRequest = new WeakMap<RequestContext, CaseReading>();

  constructor(private readonly sources: CaseSources) {}

  /** What this request reads of cases. @throws {AuthenticationError} nobody signed in. */
  of(context: RequestContext): CaseReading {
    const reading = this.byRequest.get(context) ?? new CaseReading(signedIn(context.viewer), this.sources);
    this.byRequest.set(context, reading);
    return reading;
  }
}
