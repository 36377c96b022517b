import { useQuery } from '@apollo/client/react';
import { graphql } from '../../../shared/graphql.ts';
import { weekdayAndDate } from '../../../shared/weekday-and-date.ts';
import { fillIn, inLanguage } from './template-text.ts';

const ReplyTemplatesQuery = graphql(`
  query ReplyTemplates($locale: String!) {
    templates {
      id
      name
      texts {
        locale
        text
      }
    }
    organisation(locale: $locale) {
      name
      responseTarget
      replyExpectedBy
    }
  }
`);

/** A template as it would stand in the reply. */
export interface ReadyTemplate {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** The templates in the language of a case, with the variables filled in; none until they have arrived. */
export function useTemplates(facts: {
  readonly locale: string;
  readonly receivedOn: string;
}): readonly ReadyTemplate[] {
  const { data } = useQuery(ReplyTemplatesQuery, {
    variables: { locale: facts.locale },
    fetchPolicy: 'cache-and-network',
  });
  if (data === undefined) return [];
  const { organisation, templates } = data;
  return templates.flatMap(({ id, name, texts }) => {
    const found = inLanguage(texts, facts.locale);
    if (found === undefined) return [];
    const text = fillIn(found.text, {
      organisation: organisation.name,
      'received date': weekdayAndDate(found.locale, facts.receivedOn, 'dated'),
      'expected date': weekdayAndDate(found.locale, organisation.replyExpectedBy, 'dated'),
      'response target': organisation.responseTarget,
    });
    return [{ id, name, text }];
  });
}
