import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: '.',
  buildDirectory: '../../dist/web/reporter',
  ssr: true,
  // Pages are whole documents: no script asks for route manifests or loader data.
  routeDiscovery: { mode: 'initial' },
  // `Referrer-Policy: no-referrer` turns the Origin of a form's POST into `null`, and behind a proxy the scheme
  // differs from the one this process sees. `readForm` refuses what another site sends.
  allowedActionOrigins: ['**'],
  future: {
    // Middleware would put another shape around the context that the server hands over.
    v8_middleware: false,
    v8_passThroughRequests: false,
    v8_splitRouteModules: false,
    v8_trailingSlashAwareDataRequests: false,
    v8_viteEnvironmentApi: false,
  },
} satisfies Config;
