// Files behind a server that writes down every request.

import { readFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

export class Server {
  /** Paths asked for, in order. */
  readonly requests: string[] = [];
  readonly address: string;

  private constructor(private readonly server: HttpServer) {
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  /** Serves a folder, and what is `made` of its files or added to them, by path. */
  static async open(folder: string, made: Record<string, (content: string) => string> = {}): Promise<Server> {
    const server = createServer((request, response) => {
      const asked = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
      opened.requests.push(asked);
      const path = asked.endsWith("/") ? `${asked}index.html` : asked;
      const make = made[path];
      readFile(join(folder, path))
        .catch((error: unknown) => {
          if (make === undefined) throw error;
          return Buffer.alloc(0);
        })
        .then(
          (content) => {
            response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
            response.end(make === undefined ? content : make(content.toString()));
          },
          () => {
            response.writeHead(404);
            response.end();
          },
        );
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const opened = new Server(server);
    return opened;
  }

  /** Nobody is served any more, not even by a connection that is open. */
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
