import { Field, ObjectType } from 'type-graphql';

/** One case as a file. */
@ObjectType({ description: 'One case as a file, in the clear: whoever gets it can read it.' })
export class CaseExport {
  @Field(() => String, { description: 'what to save it as; holds the number of the case and no words' })
  readonly fileName!: string;

  @Field(() => String, { description: 'JSON, indented' })
  readonly json!: string;
}
