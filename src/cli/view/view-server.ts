import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "../../diagnostics/user-error.ts";
import type { ViewerPage } from "./view-page.ts";

const HOST = "127.0.0.1";
/** Where the viewer is served when nobody asks for a port, if that one is free. */
export const USUAL_PORT = 7474;

export interface ViewServer {
  /** With the token that a request must have: every user of this machine can reach the port. */
  readonly url: string;
  /** Leads to `url` once. A browser's arguments are public, but the address is used up once the browser has opened it. */
  readonly openUrl: string;
  /** Stops serving, also to browsers that keep their connection open. */
  close(): Promise<void>;
}

/** The port that was asked for cannot be had. */
export class PortUnavailable extends UserError {
  override readonly name = "PortUnavailable";

  constructor(port: number, reason: string) {
    super(
      `port ${port} of ${HOST} ${reason}\nchoose another with --port, or leave it out for any that is free`,
    );
  }
}

/**
 * Serves the page to this machine only, at a path that nobody else can guess. Without `port`, the usual one or else
 * any that is free. Throws {@link PortUnavailable} where `port` is taken or not allowed.
 */
export async function servePage(page: ViewerPage, port?: number): Promise<ViewServer> {
  const path = secretPath();
  const openPath = secretPath();
  let isOpened = false;
  const server = createServer((request, response) => {
    const [asked = ""] = (request.url ?? "").split("?");
    const isOpening = !isOpened && request.method === "GET" && isSame(asked, openPath) && isOwnHost(request);
    isOpened ||= isOpening;
    answer(
      request,
      response,
      isOpening ? redirection(path) : reply(request, { page, isKnown: isSame(asked, path) }),
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
    await listenOn(server, port ?? USUAL_PORT);
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

/** 128 random bits, as many as a key has. */
function secretPath(): string {
  return `/${randomBytes(16).toString("base64url")}/`;
}

/** Compares in a time that tells nothing of how much of the path is right. */
function isSame(asked: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(asked), digest(secret));
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
  if (!isOwnHost(request)) return refusal(421, "This server answers to its own address only.");
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refusal(405, "Only GET and HEAD.", { allow: "GET, HEAD" });
  }
  if (!isKnown) return refusal(403, "Open the whole address that hearsay view printed, with its token.");
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
 * Whether the request was sent to this machine's own name. Another name may lead here too, where a site has
 * bound it to 127.0.0.1 so as to read the page from its own origin (DNS rebinding).
 */
function isOwnHost({ headers, socket }: IncomingMessage): boolean {
  // Browsers leave the port out where it is the scheme's own.
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
