import type { ProviderError } from "../../engine/index.ts";
import { exitCodes, type Failure } from "../exit-codes.ts";

const silence: Readonly<Record<Extract<ProviderError, { reason: unknown }>["reason"], string>> = {
  timeout: "did not answer in time",
  network: "can't be reached",
  "cut-short": "broke off in the middle of its answer",
  server: "answered with an error of its own",
  "not-json": "answered with something that is not JSON (a proxy or a login page, perhaps)",
  "too-large": "answered with more than any portal holds (a proxy or another server, perhaps)",
  redirect: "answered with a redirect, which is not followed so that the token goes nowhere else",
  interrupted: "was interrupted",
};

/** What to say when the CRM refuses or keeps silent; `place` is its URL. */
export function describeProviderError(error: ProviderError, place: string): Failure {
  const { message, help } = wordsFor(error, place);
  const trace = error.correlationId === undefined ? "" : ` (correlation id ${error.correlationId})`;
  return { exitCode: exitCodes.unreachable, message: `${message}, at ${error.request}${trace}`, help };
}

function wordsFor(error: ProviderError, place: string): { readonly message: string; readonly help: string } {
  const said = error.detail === undefined ? "" : `: ${error.detail}`;
  switch (error.code) {
    case "unavailable":
      return {
        message: `the CRM at ${place} ${silence[error.reason]}`,
        help: "check the address, the network and the proxy settings (HTTPS_PROXY, NO_PROXY), then run the command again",
      };
    case "ambiguous":
      return {
        message: `nothing tells whether the CRM at ${place} carried out a write: it ${silence[error.reason]}`,
        help: "run revpact plan: it reads what is there, and nothing is created twice",
      };
    case "forbidden":
      return error.scopes.length > 0
        ? {
            message: `the token lacks a scope: ${error.scopes.join(", ")}`,
            help: "add the scope to the service key in HubSpot, then run the command again",
          }
        : {
            message: `the CRM at ${place} refuses the token${said}`,
            help: "check that the token is current and belongs to this portal",
          };
    case "rate-limited":
      return {
        message: `the CRM asks to slow down${error.policy === undefined ? "" : ` (${error.policy})`}`,
        help: "wait a minute and run the command again",
      };
    case "daily-limit":
      return {
        message: "the portal's daily limit of API calls is used up",
        help: "run the command again tomorrow; what was done is kept",
      };
    case "withdrawn":
      return {
        message: "the right to write to this portal was lost, so a call was not sent",
        help: "another apply may have taken over: wait until it ends, then run the command again",
      };
    case "not-found":
    case "conflict":
    case "in-use":
    case "locked":
    case "invalid":
    case "unexpected":
      return {
        message: `the CRM refuses (${error.code}${error.status === undefined ? "" : `, status ${error.status}`})${said}`,
        help: "run revpact plan to see where things stand",
      };
    default:
      return error satisfies never;
  }
}
