import { ObjectType } from 'type-graphql';
import { Problem } from '../shared/problem.type.ts';

/** There is no such case for this caseworker. */
@ObjectType({
  implements: Problem,
  description: 'There is no such case, or no key to it: one answer for both. Nothing was stored.',
})
export class CaseNotFound extends Problem {
  constructor() {
    super('There is no such case, or you cannot open it.');
  }
}
