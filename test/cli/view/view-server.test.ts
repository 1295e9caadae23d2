import { request } from "node:http";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import {
  DEFAULT_PORT,
  PortUnavailable,
  servePage,
  type ViewServer,
} from "../../../src/cli/view/view-server.ts";

const PAGE = { html: "<!doctype html><title>Größe</title>", policy: "default-src 'none'" };
const servers: ViewServer[] = [];

async function serve(port?: number): Promise<ViewServer> {
  const server = await servePage(PAGE, port);
  servers.push(server);
  return server;
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A raw request, because `fetch` cannot send a custom Host and removes `..` from a path. */
function ask(server: ViewServer, path: string, method = "GET", host?: string): Promise<Answer> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { host };
    request({ hostname, port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part) => {
        body += part;
      });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on("error", reject)
      .end();
  });
}

/** A raw request for the page itself. */
function askPage(server: ViewServer, method = "GET", host?: string): Promise<Answer> {
  return ask(server, new URL(server.url).pathname, method, host);
}

/** Occupies a port of this machine; 0 means any free port. */
async function occupy(port: number): Promise<{ port: number; free(): void } | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve({
        port: typeof address === "object" && address ? address.port : 0,
        free: () => server.close(),
      });
    });
  });
}

describe("servePage", () => {
  it("serves the page, with headers that shut out the rest of the web", async () => {
    const server = await serve(0);
    const { status, headers, body } = await ask(server, `${new URL(server.url).pathname}?x=1`);
    expect([status, body]).toEqual([200, PAGE.html]);
    expect(headers).toMatchObject({
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "content-type": "text/html; charset=utf-8",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    });
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });

  it("answers HEAD without a body, and refuses methods that would change something", async () => {
    const server = await serve(0);
    expect(await askPage(server, "HEAD")).toMatchObject({ status: 200, body: "" });
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"]) {
      expect(await askPage(server, method)).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
    }
  });

  it("reveals nothing without the token of its address", async () => {
    const server = await serve(0);
    const { pathname } = new URL(server.url);
    const other = new URL((await serve(0)).url).pathname;
    expect(pathname).toMatch(/^\/[\w-]{22}\/$/);
    expect(other).not.toBe(pathname);
    for (const path of [
      ...[
        "/",
        "/index.html",
        "/package.json",
        "/../package.json",
        "/%2e%2e/package.json",
        "//",
        "/favicon.ico",
      ],
      ...[
        pathname.slice(0, -1),
        `${pathname}x`,
        `${pathname}../`,
        `/${pathname}`,
        pathname.toUpperCase(),
        other,
      ],
      ...[`/?${pathname.slice(1, -1)}`, `/?token=${pathname.slice(1, -1)}`, `x${pathname}`],
    ]) {
      for (const method of ["GET", "HEAD"]) {
        const { status, body } = await ask(server, path, method);
        expect([path, status]).toEqual([path, path.startsWith("x") ? 400 : 403]);
        expect(body).not.toContain("Größe");
      }
    }
    // Reloading the page works.
    for (const _ of [1, 2]) expect(await askPage(server)).toMatchObject({ status: 200, body: PAGE.html });
  });

  it("redirects a browser to the page once, from a separate address", async () => {
    const server = await serve(0);
    const { pathname } = new URL(server.openUrl);
    expect(pathname).not.toBe(new URL(server.url).pathname);
    expect((await ask(server, pathname, "HEAD")).status).toBe(403);
    expect((await ask(server, pathname, "GET", "evil.example")).status).toBe(421);
    expect(await ask(server, pathname)).toMatchObject({
      status: 302,
      headers: { location: new URL(server.url).pathname },
      body: "",
    });
    expect(await ask(server, pathname)).toMatchObject({ status: 403 });
    expect(await askPage(server)).toMatchObject({ status: 200 });
  });

  it("refuses another host's name (DNS rebinding)", async () => {
    const server = await serve(0);
    const { port } = new URL(server.url);
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      "127.0.0.1",
      `127.0.0.1:${Number(port) + 1}`,
    ]) {
      expect((await askPage(server, "GET", host)).status, host).toBe(421);
    }
    expect((await askPage(server, "GET", `localhost:${port}`)).status).toBe(200);
  });

  it("listens only on the address of this machine", async () => {
    expect(new URL((await serve(0)).url).hostname).toBe("127.0.0.1");
  });

  it("reports that a requested port is in use", async () => {
    const taken = await occupy(0);
    try {
      const error = await serve(taken?.port).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(PortUnavailable);
      expect(String(error)).toMatch(/port \d+ of 127\.0\.0\.1 is in use\nchoose another with --port/);
    } finally {
      taken?.free();
    }
  });

  it("uses another port if none is requested and the default is in use", async () => {
    const taken = await occupy(DEFAULT_PORT);
    try {
      const server = await serve();
      expect(new URL(server.url).port).not.toBe(String(DEFAULT_PORT));
      expect((await askPage(server)).status).toBe(200);
    } finally {
      taken?.free();
    }
  });

  it("stops", async () => {
    const server = await serve(0);
    await server.close();
    await expect(askPage(server)).rejects.toThrow("ECONNREFUSED");
  });
});
