import type { ResultOf, VariablesOf } from '../../shared/graphql.ts';
import type { ChangeSupport, SupportQuery } from './support.query.ts';

/** The services as they are stored. */
export type SupportLists = ResultOf<typeof SupportQuery>['supportLists'];

/** A service as it is filled in. */
export interface ServiceDraft {
  /** Names it while it is moved about; nobody else learns it. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly phone: string;
  readonly url: string;
  readonly openingHours: string;
}

/** By language, BCP 47, in their order. */
export type SupportDraft = Readonly<Record<string, readonly ServiceDraft[]>>;

/** The services, to be filled in. */
export function supportDraft({ lists }: SupportLists): SupportDraft {
  return Object.fromEntries(
    lists.map(({ locale, services }) => [
      locale,
      services.map(({ name, description, phone, url, openingHours }) => ({
        ...newService(),
        name,
        description,
        phone: phone ?? '',
        url: url ?? '',
        openingHours: openingHours ?? '',
      })),
    ]),
  );
}

/** A service of which nothing is known yet. */
export function newService(): ServiceDraft {
  return { key: crypto.randomUUID(), name: '', description: '', phone: '', url: '', openingHours: '' };
}

/** What is sent to have the services so. */
export function supportInput(
  draft: SupportDraft,
  version: string,
): VariablesOf<typeof ChangeSupport>['input'] {
  const lists = Object.entries(draft).map(([locale, services]) => ({
    locale,
    services: services.map(({ key: _, ...service }) => service),
  }));
  return { version, lists };
}

/** The services with one a place further up or down. */
export function movedService(services: readonly ServiceDraft[], index: number, by: -1 | 1): ServiceDraft[] {
  const [moving, other] = [services[index], services[index + by]];
  if (!moving || !other) return [...services];
  return services.map((each) => (each === moving ? other : each === other ? moving : each));
}
