import { graphql } from '../../shared/graphql.ts';

/** All templates, each in every language, and the languages of the organisation. */
export const TemplatesPageQuery = graphql(`
  query TemplatesPage {
    templates {
      id
      version
      name
      sort
      texts {
        locale
        text
      }
    }
    organisation {
      locales
    }
  }
`);
