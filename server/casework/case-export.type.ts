import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** What a case is taken along for. Fixed words, because they stay in the audit log, where no words of a case may stand. */
export enum ExportPurpose {
  REPORTER_ASKED = 'REPORTER_ASKED',
  INVESTIGATION = 'INVESTIGATION',
  ADVICE = 'ADVICE',
  AUTHORITY = 'AUTHORITY',
  MOVING = 'MOVING',
}

registerEnumType(ExportPurpose, {
  name: 'ExportPurpose',
  description: 'What a case is taken along for. It stays in the audit log.',
  valuesConfig: {
    REPORTER_ASKED: { description: 'the reporter asked for it' },
    INVESTIGATION: { description: 'those who look into it need it' },
    ADVICE: { description: 'advice of a lawyer or another expert' },
    AUTHORITY: { description: 'the law, a court or an authority demands it' },
    MOVING: { description: 'the case goes on in another system' },
  },
});

/** One case as a file. */
@ObjectType({ description: 'One case as a file, in the clear: whoever gets it can read it.' })
export class CaseExport {
  @Field(() => String, { description: 'what to save it as; holds the number of the case and no words' })
  readonly fileName!: string;

  @Field(() => String, { description: 'JSON, indented' })
  readonly json!: string;
}
