/** How long a link of an administrator works: 24 hours, in milliseconds. */
export const LINK_LIFE = 24 * 60 * 60_000;
