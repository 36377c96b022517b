import dgram from 'node:dgram';
import dns from 'node:dns';
import { writeSync } from 'node:fs';
import net from 'node:net';

/** Loaded into a server before anything else: writes down whatever it wants to reach or look up. */
const tell = (what) => writeSync(2, `PROBE ${what}\n`);

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function probed(...args) {
  const [first] = args.flat();
  const {
    host = 'localhost',
    port,
    path,
  } = typeof first === 'object' ? first : { port: first, host: args[1] };
  tell(path ? `socket ${path}` : `tcp ${host}:${port}`);
  return connect.apply(this, args);
};

for (const [module, names] of [
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt']],
  [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt']],
]) {
  for (const name of names) {
    const original = module[name];
    module[name] = (host, ...rest) => {
      // An address is not looked up anywhere, although it passes here.
      if (!net.isIP(host)) tell(`name ${host}`);
      return original.call(module, host, ...rest);
    };
  }
}

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function probed(...args) {
  tell('udp');
  return send.apply(this, args);
};
