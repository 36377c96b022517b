import { type Config, originOf } from '../config.ts';

/** What the operator is told who drew a link for an administrator, as lines; the first is the link. */
export function invitationLines(
  { staffUrl, staffPort }: Pick<Config, 'staffUrl' | 'staffPort'>,
  token: string,
): string[] {
  // A port that the system chooses is known to the running server alone, and is another one after each start.
  const isUnknown = staffUrl === null && staffPort === 0;
  return [
    `${originOf(staffUrl, isUnknown ? 'PORT' : staffPort)}/welcome#${token}`,
    ...(isUnknown
      ? ['Write in the place of PORT the one that the server named behind "Caseworkers" when it opened.']
      : []),
    'It works once, for 24 hours, and is not shown again.',
  ];
}
