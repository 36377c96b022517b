import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../shared/day.ts';
import type { QuestionKind } from './questionnaire.type.ts';

/** A text in each language, by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

/** A choice as it is stored. */
export interface StoredChoice {
  readonly id: string;
  readonly text: Texts;
  readonly isExclusive?: boolean;
}

/** A question as it is stored. */
export interface StoredQuestion {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly text: Texts;
  readonly hint?: Texts;
  readonly choices?: readonly StoredChoice[];
  readonly isNeeded?: boolean;
  /** Characters (code points). */
  readonly maxLength?: number;
  readonly shownWhen?: {
    readonly question: string;
    readonly anyOf: readonly string[];
  };
  /** True: its choices may be counted in statistics. Questions with choices only. */
  readonly isCountable?: boolean;
  /** True: its choices are what cases are called by in numbers. At most one question, with choices. */
  readonly isCategory?: boolean;
}

/** Table `questionnaire_version`. A row never changes but for `is_current`. */
@Entity({ name: 'questionnaire_version' })
export class QuestionnaireVersionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'boolean', name: 'is_current' })
  isCurrent!: boolean;

  @Column({ type: 'date', name: 'published_on' })
  publishedOn!: Day;

  @Column({ type: 'jsonb' })
  content!: { readonly questions: readonly StoredQuestion[] };
}
