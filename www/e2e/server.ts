// Files behind a server that writes down every request.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";

/** What is delivered. Tests run in `www/`. */
export const DIST = resolve("../dist");

/** What a host is told to send with every file. */
const HEADERS = Object.fromEntries(
  readFileSync("../docs/hebergement/_headers", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("  "))
    .map((line) => line.trim().split(/: (.*)/, 2)),
) as Record<string, string>;

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

export class Server {
  /** Paths asked for, in order. */
  readonly requests: string[] = [];
  readonly address: string;
  readonly #others = new Map<string, Buffer>();

  private constructor(private readonly server: HttpServer) {
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    server.on("request", (request, response) => {
      const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
      this.requests.push(path);
      const file = path === "/" ? "/index.html" : path;
      const type = { "content-type": TYPES[extname(file)] ?? "text/html" };
      const other = this.#others.get(file);
      if (other !== undefined) {
        response.writeHead(200, type);
        response.end(other);
        return;
      }
      readFile(join(DIST, "site", file)).then(
        (content) => {
          response.writeHead(200, { ...HEADERS, ...type });
          response.end(content);
        },
        () => {
          response.writeHead(404);
          response.end();
        },
      );
    });
  }

  /** Serves the site. */
  static async open(): Promise<Server> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return new Server(server);
  }

  /** Serves a page of others, or a file of theirs: without our headers. */
  add(path: string, content: string | Buffer): string {
    this.#others.set(path, Buffer.from(content));
    return new URL(path, this.address).href;
  }

  /** Nobody is served any more, not even by a connection that is open. */
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}
