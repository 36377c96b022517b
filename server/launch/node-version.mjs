/** Oldest Node.js that the program runs on, as `package.json` says. */
const OLDEST = [20, 19];

/**
 * Ends with a sentence where Node.js is too old. Written so that very old versions can read it; nothing newer may be
 * imported before it ran.
 */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  process.stderr.write(
    `Restante needs Node.js ${OLDEST.join('.')} or later, and this is ${process.versions.node}.\n` +
      'Install a later one from https://nodejs.org and start again.\n',
  );
  process.exit(1);
}
