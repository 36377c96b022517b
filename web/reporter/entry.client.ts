import { addCharacterCounts } from './enhance/character-count.ts';
import { addCodeButtons } from './enhance/code-buttons.ts';
import { addExit } from './enhance/exit.ts';
import { keepShownOnce } from './enhance/shown-once.ts';

// Everything works without this script; it adds what only a script can do.
addExit(document);
addCharacterCounts(document);
addCodeButtons(document);
keepShownOnce(document);

const glance = document.querySelector<HTMLElement>('[data-glance]');
if (glance) {
  const { addGlance } = await import('./enhance/glance.ts');
  addGlance(document, glance);
}

const replies = document.querySelector<HTMLElement>('[data-replies-after]');
if (replies) {
  // Only the pages about one's own report pay for the socket client.
  const { announceReplies } = await import('./enhance/announce-replies.ts');
  announceReplies(replies);
}
