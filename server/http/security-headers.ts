/** Names and values that stand on every answer. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** A host with its port as browsers write it; anything else is not repeated in a header. */
const HOST = /^(?:[a-z\d](?:[a-z\d.-]{0,252}[a-z\d])?|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** One year, in seconds. */
const HSTS_SECONDS = 31_536_000;

/** What no page here needs. Only the portal's copy button uses the clipboard, and only to write. */
const DENIED_FEATURES = [
  'accelerometer',
  'attribution-reporting',
  'autoplay',
  'browsing-topics',
  'camera',
  'captured-surface-control',
  'clipboard-read',
  'compute-pressure',
  'deferred-fetch',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const PERMISSIONS = [...DENIED_FEATURES.map((name) => `${name}=()`), 'clipboard-write=(self)'].join(', ');

/**
 * The headers of every answer of a listener, errors and refused upgrades included.
 *
 * @param url the origin people type; `https:` adds Strict-Transport-Security.
 * @returns by the request's Host header: browsers that do not count sockets to `'self'` need it named in the policy.
 */
export function securityHeaders(url: string | null): (host: string | undefined) => HeaderList {
  const constant: [string, string][] = [
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['origin-agent-cluster', '?1'],
    ['referrer-policy', 'no-referrer'],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['x-dns-prefetch-control', 'off'],
    ['permissions-policy', PERMISSIONS],
    ['cache-control', 'no-store'],
  ];
  if (url?.startsWith('https:')) constant.push(['strict-transport-security', `max-age=${HSTS_SECONDS}`]);
  return (host) => [['content-security-policy', contentSecurityPolicy(host)], ...constant];
}

function contentSecurityPolicy(host: string | undefined): string {
  const sockets = host !== undefined && HOST.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
