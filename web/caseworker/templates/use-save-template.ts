import { useMutation } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { assertNever } from '../../shared/assert-never.ts';
import { graphql, type VariablesOf } from '../../shared/graphql.ts';
import { failureOf } from '../service/failure.ts';

const SaveTemplate = graphql(`
  mutation SaveTemplate($input: SaveTemplateInput!) {
    saveTemplate(input: $input) {
      __typename
      ... on InvalidTemplate {
        refusal: message
      }
      ... on ChangedMeanwhile {
        refusal: message
      }
    }
  }
`);

type SaveTemplateInput = VariablesOf<typeof SaveTemplate>['input'];

/** Saves a template; never throws. @returns null once it is saved, else what to say. */
export function useSaveTemplate(): (input: SaveTemplateInput) => Promise<string | null> {
  const intl = useIntl();
  const [save] = useMutation(SaveTemplate, { fetchPolicy: 'no-cache' });

  return async (input) => {
    try {
      const { data } = await save({ variables: { input } });
      const result = data?.saveTemplate;
      switch (result?.__typename) {
        case 'TemplateSaved':
          return null;
        case 'InvalidTemplate':
        case 'ChangedMeanwhile':
          return result.refusal;
        case 'ServiceBusy':
        case undefined:
          return intl.formatMessage({ id: 'failure.service' });
        default:
          return assertNever(result);
      }
    } catch (error) {
      return intl.formatMessage({ id: `failure.${failureOf(error)}` });
    }
  };
}
