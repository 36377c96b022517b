import type { InvitationService } from './staff/invitation.service.ts';

/** Shown once, at the first start; until when an earlier one works; or null when it was used. */
export type FirstAdministratorLink = { url: string } | { workingUntil: Date } | null;

/** Draws the link by which the first administrator joins, where nobody has yet. */
export async function firstAdministratorLink(
  invitations: InvitationService,
  staffUrl: string,
): Promise<FirstAdministratorLink> {
  const link = await invitations.first();
  switch (link.kind) {
    case 'new':
      return { url: `${staffUrl}/welcome#${link.token}` };
    case 'waiting':
      return { workingUntil: link.worksUntil };
    case 'unneeded':
      return null;
  }
}
