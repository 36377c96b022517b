import { join } from 'node:path';
import type { Config } from './config.ts';
import { dashboardPages } from './http/dashboard.ts';
import type { Door } from './http/door.ts';
import { type AnalyticsMount, type Listener, openListener } from './http/listeners.ts';
import { isLoopback } from './http/loopback.ts';
import type { MountPages } from './http/pages.ts';
import { type PortalSealer, portalPages } from './http/portal.ts';
import type { Log } from './shared/log.ts';
import { StartFault } from './shared/start-fault.ts';

/** The listeners of this process. */
export interface OpenListeners {
  readonly urls: { readonly publicUrl: string | null; readonly staffUrl: string | null };
  close(): Promise<void>;
}

/** The built pages. */
export interface Pages {
  /** Holds `reporter` and `caseworker`. */
  readonly folder: string;
  readonly sealer: PortalSealer;
}

/**
 * Opens the listeners that this process is configured for. In development both let the schema be read and serve GraphiQL.
 *
 * @throws {StartFault} development was asked for on an address that others can reach.
 * @throws what keeps one of them from opening; the other one is closed again.
 */
export async function openListeners(
  config: Config,
  log: Log,
  publicDoor: Door,
  staffDoor: Door,
  pages: Pages | null,
  analytics: AnalyticsMount,
): Promise<OpenListeners> {
  const isDevelopment = config.mode === 'development';
  if (isDevelopment && !isLoopback(config.host)) {
    throw new StartFault(
      'In development everybody who reaches this server can read its schema, and HOST is not an address of this machine alone.',
      'Unset HOST, or start with "npm start".',
    );
  }
  const open: Listener[] = [];
  const closeAll = async () => {
    await Promise.all(open.map((listener) => listener.close()));
  };
  const listen = async (
    door: Door,
    port: number,
    url: string | null,
    mounted: MountPages | null,
  ): Promise<string> => {
    const { host, allowedOrigins, trustProxy } = config;
    const listener = await openListener({
      door,
      host,
      port,
      url,
      allowedOrigins: door.name === 'public' ? allowedOrigins : [],
      trustProxy,
      log,
      pages: mounted,
      analytics: door.name === 'staff' ? analytics : null,
      introspection: isDevelopment,
    });
    open.push(listener);
    return url ?? `http://localhost:${listener.port}`;
  };
  try {
    const publicUrl =
      config.listeners === 'staff'
        ? null
        : await listen(publicDoor, config.port, config.publicUrl, pages && portal(pages, config.publicUrl));
    const staffUrl =
      config.listeners === 'public'
        ? null
        : await listen(
            staffDoor,
            config.staffPort,
            config.staffUrl,
            pages && dashboardPages(join(pages.folder, 'caseworker')),
          );
    return { urls: { publicUrl, staffUrl }, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function portal({ folder, sealer }: Pages, url: string | null): MountPages {
  return portalPages(join(folder, 'reporter'), url?.startsWith('https:') ? 'https' : 'http', sealer);
}
