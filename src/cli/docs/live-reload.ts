import { createHash } from "node:crypto";

/** Stands only in pages that are served: a file that is written never talks to anybody. */
const script = 'new EventSource("/-/changes").onmessage=()=>location.reload();';
const hash = createHash("sha256").update(script).digest("base64");

/** A page that reloads itself when the server says so; its policy allows this one script and this one connection more. */
export function withLiveReload(html: string): string {
  return html
    .replace(/script-src ([^;]*)/, (_, sources: string) => `script-src ${sources} 'sha256-${hash}'; connect-src 'self'`)
    .replace("</body>", () => `<script>${script}</script>\n</body>`);
}
