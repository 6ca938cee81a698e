import type { Socket } from 'node:net';

/**
 * Ends a connection with RST and nothing before it. Node's resetAndDestroy() calls end() first, so that the other
 * side may see a FIN and take it for an orderly close (lib/net.js, destroySoon). The flag is what it sets itself.
 */
export function resetNow(socket: Socket): void {
  // After end() libuv refuses to reset (uv_tcp_close_reset: EINVAL) and would keep the handle open for ever.
  if (!socket.writableEnded) Object.assign(socket, { resetAndClosing: true });
  socket.destroy();
}
