const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;

/** Whether only programs of this machine reach what listens on this host. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}
