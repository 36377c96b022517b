import { isIP } from 'node:net';
import { EnvError, makeExactValidator, makeValidator } from 'envalid';

/** Nobody (false), the number of proxies in front, or their addresses, networks and Fastify's three named ranges. */
export type TrustedProxies = false | number | string[];

const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];

/** Any text without white space at its ends. */
export const word = makeExactValidator<string>((given) => given.trim());

/** One line of text, at most 100 characters, as the dashboard takes it. */
export const organisationName = makeExactValidator<string>((given) => {
  const name = given.trim();
  if (name.length > 100 || /\p{Cc}/u.test(name))
    throw new EnvError('This has to be one line of at most 100 characters.');
  return name;
});

/** A path as it was typed, so that spaces inside and at its ends keep their meaning. */
export const path = makeExactValidator<string>((given) => {
  if (given.includes('\0')) throw new EnvError('This is not a path.');
  return given;
});

/** A PostgreSQL connection string. The sentence never repeats it, because it holds a password. */
export const connectionString = makeExactValidator<string>((given) => {
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new EnvError('This has to be an address like postgresql://user:password@host:5432/database.');
  }
  if (url.pathname.length < 2) throw new EnvError('This names no database at its end.');
  if (![url.username, url.password, url.pathname].every(canDecode)) {
    throw new EnvError(
      'User name, password and database have to be written as addresses write them, with %25 for %.',
    );
  }
  return given.trim();
});

/** A mail server, `smtp://` or `smtps://`. The sentence never repeats it, because it holds a password. */
export const smtpServer = makeExactValidator<string>((given) => {
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    throw new EnvError('This has to be an address like smtp://user:password@mail.example.org:587.');
  }
  if (!/^\/?$/.test(url.pathname) || url.search || url.hash) {
    throw new EnvError('This has to end after the host name or port.');
  }
  if (!canDecode(url.username) || !canDecode(url.password)) {
    throw new EnvError('User name and password have to be written as addresses write them, with %40 for @.');
  }
  return given.trim();
});

/** One mail address without a name. */
export const mailAddress = makeExactValidator<string>((given) => {
  const address = given.trim();
  if (!/^[\w.+-]{1,64}@[\w-]+(\.[\w-]+)*$/.test(address) || address.length > 200) {
    throw new EnvError('This has to be one mail address, like notices@example.org.');
  }
  return address;
});

/** A TCP port from 0 to 65535; 0 lets the system choose. */
export const port = makeExactValidator<number>((given) => {
  const read = wholeNumber(given);
  if (read === null || read > 65_535) throw new EnvError('This has to be a whole number from 0 to 65535.');
  return read;
});

/** A number of connections, 2 to 500. */
export const count = makeExactValidator<number>((given) => {
  const read = wholeNumber(given);
  if (read === null || read < 2 || read > 500)
    throw new EnvError('This has to be a whole number from 2 to 500.');
  return read;
});

/** One of a few words. */
export const oneOf = <const Words extends readonly string[]>(...words: Words) =>
  makeValidator<Words[number]>((given) => {
    const read = words.find((each) => each === given.trim().toLowerCase());
    if (read === undefined) throw new EnvError(`This has to be one of: ${words.join(', ')}.`);
    return read;
  });

/** `https://name[:port]` with nothing after it; `http` only where browsers still keep `Secure` cookies. */
export const origin = makeExactValidator<string>(readOrigin);

/** Origins with commas between them. */
export const originList = makeExactValidator<string[]>((given) => items(given).map(readOrigin));

/** `off`, a number of hops, or addresses and networks with commas between them. */
export const trustedProxies = makeExactValidator<TrustedProxies>((given) => {
  if (/^(off|false|no)$/i.test(given.trim())) return false;
  const hops = wholeNumber(given);
  if (hops !== null) {
    if (hops > 16)
      throw new EnvError('This counts the proxies in front of the program; more than 16 is a mistake.');
    return hops === 0 ? false : hops;
  }
  const proxies = items(given);
  if (!proxies.every(isNetwork)) {
    throw new EnvError(
      'This has to be off, the number of proxies in front, or their addresses with commas between.',
    );
  }
  return proxies;
});

function readOrigin(given: string): string {
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new EnvError('This has to be an address like https://report.example.org.');
  }
  if (url.username || url.password || url.pathname !== '/' || url.search || url.hash) {
    throw new EnvError('This has to end after the host name or port: no path, no user name.');
  }
  if (url.protocol === 'http:' && !keepsSecureCookies(url.hostname)) {
    throw new EnvError('This has to begin with https://, because browsers keep no session over plain http.');
  }
  return url.origin;
}

function keepsSecureCookies(hostname: string): boolean {
  return /(^|\.)localhost$|^127\.|^\[::1\]$|\.onion$/.test(hostname);
}

function isNetwork(given: string): boolean {
  const [address = '', bits, ...more] = given.split('/');
  if (NAMED_RANGES.includes(given)) return true;
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (bits === undefined) return true;
  const read = wholeNumber(bits);
  return read !== null && read <= (family === 4 ? 32 : 128);
}

function wholeNumber(given: string): number | null {
  return /^\d{1,9}$/.test(given.trim()) ? Number(given.trim()) : null;
}

function items(given: string): string[] {
  return given
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
}

function canDecode(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
