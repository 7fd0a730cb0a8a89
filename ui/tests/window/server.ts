// Builds the window with the fake backend and serves it with the program's own CSP, so that anything the policy forbids
// shows up here already.
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { build } from "vite";

const TYPES: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };
const ROOT = new URL("../../", import.meta.url).pathname;

async function policy(): Promise<string> {
  const config = JSON.parse(await readFile(join(ROOT, "../tauri.conf.json"), "utf8")) as { app: { security: { csp: Record<string, string> } } };
  return Object.entries(config.app.security.csp).map(([name, value]) => `${name} ${value}`).join("; ");
}

export async function serveWindow(port = 0): Promise<{ url: string; close: () => void }> {
  const folder = join(tmpdir(), `parallax-window-${process.pid}`);
  await build({ root: ROOT, mode: "window-test", logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  const csp = await policy();
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = join(folder, normalize(path === "/" ? "/index.html" : path));
    readFile(file).then(
      (body) => response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": csp }).end(body),
      () => response.writeHead(path === "/favicon.ico" ? 204 : 404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const address = server.address();
  const at = typeof address === "object" && address ? address.port : port;
  return { url: `http://127.0.0.1:${at}`, close: () => server.close() };
}
