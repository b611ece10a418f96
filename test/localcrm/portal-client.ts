import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type LocalCrm, type LocalCrmOptions, startLocalCrm } from "../../src/localcrm/index.ts";

const token = "pat-local-test";
const startOfTime = Date.parse("2027-03-01T09:00:00.000Z");

/** The keys of a body that tests read; an absent one is undefined whatever its type here says. */
export interface AnswerBody {
  readonly id: string;
  readonly message: string;
  readonly label: string;
  readonly category: string;
  readonly subCategory: string;
  readonly revisionId: string;
  readonly total: number;
  readonly results: readonly Readonly<Record<string, unknown>>[];
  readonly properties: Readonly<Record<string, string | null>>;
  readonly list: Readonly<Record<string, unknown>>;
  readonly [key: string]: unknown;
}

/** An answer: status, parsed body (empty when there is none or it is not JSON), text and headers. */
export interface Answer {
  readonly status: number;
  readonly body: AnswerBody;
  readonly text: string;
  readonly headers: Headers;
}

/** A running local CRM and a client for it. */
export interface TestPortal {
  readonly crm: LocalCrm;
  readonly folder: string;
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>;
  readonly advance: (ms: number) => void;
}

function parsed(text: string): AnswerBody {
  try {
    return JSON.parse(text) as AnswerBody; // tests say which keys they expect
  } catch {
    return {} as AnswerBody; // likewise
  }
}

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "revpact-localcrm-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a local CRM for one test, on an empty portal unless `folder` says otherwise. */
export async function openPortal(options: Partial<LocalCrmOptions> = {}): Promise<TestPortal> {
  const folder = options.folder ?? temporaryFolder();
  let now = startOfTime;
  const crm = await startLocalCrm({ token, now: () => now, ...options, folder });
  onTestFinished(() => crm.stop());
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${crm.url}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: parsed(text), text, headers: response.headers };
  };
  const advance = (ms: number) => {
    now += ms;
  };
  return { crm, folder, call, advance };
}
