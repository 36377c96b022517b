import type { Config } from './config.ts';
import type { Door } from './http/door.ts';
import { type Listener, openListener } from './http/listeners.ts';
import type { Log } from './shared/log.ts';

/** The listeners of this process. */
export interface OpenListeners {
  readonly urls: { readonly publicUrl: string | null; readonly staffUrl: string | null };
  close(): Promise<void>;
}

/**
 * Opens the listeners that this process is configured for.
 *
 * @throws what keeps one of them from opening; the other one is closed again.
 */
export async function openListeners(
  config: Config,
  log: Log,
  publicDoor: Door,
  staffDoor: Door,
): Promise<OpenListeners> {
  const open: Listener[] = [];
  const closeAll = async () => {
    await Promise.all(open.map((listener) => listener.close()));
  };
  const listen = async (door: Door, port: number, url: string | null): Promise<string> => {
    const { host, allowedOrigins, trustProxy } = config;
    const listener = await openListener({
      door,
      host,
      port,
      url,
      allowedOrigins: door.name === 'public' ? allowedOrigins : [],
      trustProxy,
      log,
      pages: null,
    });
    open.push(listener);
    return url ?? `http://localhost:${listener.port}`;
  };
  try {
    const publicUrl =
      config.listeners === 'staff' ? null : await listen(publicDoor, config.port, config.publicUrl);
    const staffUrl =
      config.listeners === 'public' ? null : await listen(staffDoor, config.staffPort, config.staffUrl);
    return { urls: { publicUrl, staffUrl }, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
