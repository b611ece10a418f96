import { finding } from "../../diagnostics/index.ts";
import { namesOfReason, offeredReasons } from "../reason-lists.ts";
import type { Rule } from "./rule.ts";

const unreached =
  /unreach|no[- ]?(?:answer|reply|response)|not[- ]reached|injoignable|sans[- ]r[ée]ponse|ne[- ]r[ée]pond|messagerie|voice ?mail/i;

/** FBK707: "nobody answered" may be said before anybody tried. */
export const unreachableWithoutAttempts: Rule = {
  codes: ["FBK707"],
  judges: "entry",
  check: (contract) =>
    offeredReasons(contract)
      .filter((reason) => reason.onlyAfter === undefined && namesOfReason(reason).some((text) => unreached.test(text)))
      .map(({ id, path }) =>
        finding("FBK707", contract.locate.spanOf(path, "key"), { reason: id }, { clause: path.join(".") }),
      ),
};
