import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "../../diagnostics/user-error.ts";
import type { ViewerPage } from "./view-page.ts";

const HOST = "127.0.0.1";
/** The default port of the viewer, if it is free. */
export const DEFAULT_PORT = 7474;

export interface ViewServer {
  /** Contains the token that a request needs, because every user of this machine can reach the port. */
  readonly url: string;
  /**
   * Redirects to `url` once. Other users can see a browser's arguments, but this address is useless after the browser
   * has opened it.
   */
  readonly openUrl: string;
  /** Stops serving, also to browsers that keep their connection open. */
  close(): Promise<void>;
}

/** The requested port is not available. */
export class PortUnavailable extends UserError {
  override readonly name = "PortUnavailable";

  constructor(port: number, reason: string) {
    super(
      `port ${port} of ${HOST} ${reason}\nchoose another with --port, or leave out --port to use any free port`,
    );
  }
}

/**
 * Serves the page to this machine only, at a path that cannot be guessed. Without `port`, uses the default port, or
 * any free port if that one is not available.
 *
 * @throws {@link PortUnavailable} if `port` is in use or not allowed
 */
export async function servePage(page: ViewerPage, port?: number): Promise<ViewServer> {
  const path = secretPath();
  const openPath = secretPath();
  let isOpened = false;
  const server = createServer((request, response) => {
    const [requested = ""] = (request.url ?? "").split("?");
    const isOpening =
      !isOpened && request.method === "GET" && isSame(requested, openPath) && isOwnHost(request);
    isOpened ||= isOpening;
    answer(
      request,
      response,
      isOpening ? redirection(path) : reply(request, { page, isKnown: isSame(requested, path) }),
    );
  });
  await listen(server, port);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${actual}${path}`,
    openUrl: `http://${HOST}:${actual}${openPath}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, port: number | undefined): Promise<void> {
  try {
    await listenOn(server, port ?? DEFAULT_PORT);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    if (port !== undefined)
      throw new PortUnavailable(port, code === "EACCES" ? "is not allowed" : "is in use");
    await listenOn(server, 0);
  }
}

function listenOn(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** A path of 128 random bits, the length of a cryptographic key. */
function secretPath(): string {
  return `/${randomBytes(16).toString("base64url")}/`;
}

/** Compares in constant time, so that the time does not reveal how much of the path is right. */
function isSame(requested: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(requested), digest(secret));
}

function answer(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, "content-length": Buffer.byteLength(body) });
  response.end(request.method === "HEAD" ? undefined : body);
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function reply(
  request: IncomingMessage,
  { page, isKnown }: { readonly page: ViewerPage; readonly isKnown: boolean },
): Reply {
  if (!isOwnHost(request)) return refusal(421, "This server answers only requests to its own address.");
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refusal(405, "Only GET and HEAD.", { allow: "GET, HEAD" });
  }
  if (!isKnown) return refusal(403, "Open the full address that hearsay view printed, including its token.");
  return {
    status: 200,
    headers: {
      "content-security-policy": `${page.policy}; frame-ancestors 'none'`,
      "content-type": "text/html; charset=utf-8",
    },
    body: page.html,
  };
}

function redirection(location: string): Reply {
  return { status: 302, headers: { location }, body: "" };
}

function refusal(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { "content-type": "text/plain; charset=utf-8", ...headers }, body: `${text}\n` };
}

/**
 * Whether the request names this machine as its host. A site may bind its own name to 127.0.0.1 to read the page
 * from its own origin (DNS rebinding).
 */
function isOwnHost({ headers, socket }: IncomingMessage): boolean {
  // Browsers omit the port if it is the default of the scheme.
  const port = socket.localPort === 80 ? "" : `:${socket.localPort}`;
  return headers.host === `${HOST}${port}` || headers.host === `localhost${port}`;
}

const SECURITY_HEADERS = {
  "cache-control": "no-store",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
