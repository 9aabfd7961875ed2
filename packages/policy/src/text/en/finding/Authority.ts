/** `authority/…`: who may decide what. */
import type { authority as rows } from "../../../diagnostic/catalogue/Authority.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

/** What `authority` says of more than one case. */
const governed = {
  publish: "publish another version of this policy",
  move: "move cases to another version of this policy",
  erase: "erase a customer"
}

export const authority = {
  "authority/hole": {
    message: ({ duty, over }) => `nobody may ${quoted(duty)}${over === undefined ? "" : ` more than ${over}`}`,
    help: "give the highest role no limit"
  },
  "authority/order": {
    message: ({ duty, lower, higher }) =>
      `${quoted(lower)} may ${quoted(duty)} more than ${quoted(higher)}, a higher role`,
    help: "list roles from the lowest to the highest"
  },
  "authority/splittable": {
    message: ({ role }) =>
      `${quoted(role)} has a limit per case but none per day, month or year: an amount can be split over several cases`,
    help: "add, for example, `per-month: 5000`"
  },
  "authority/unreachable": {
    message: ({ wide, narrow }) => `${quoted(wide)} can never be reached, because ${quoted(narrow)} allows less`,
    help: "a longer period must allow at least as much as a shorter one, and a case no more than any of them"
  },
  "authority/apart-alone": {
    message: ({ duty }) => `${quoted(duty)} alone cannot be kept apart from anything`,
    help: "name two duties, or none"
  },
  "authority/no-spot-check": {
    message: "this spot check selects nothing: it needs a share above 0%, duties and a role that checks"
  },
  "authority/nobody-may": {
    message: ({ act }) => `nobody may ${governed[act]}: \`by\` names no role`,
    help: ({ act }) => `name the roles that may; without ${quoted(act)} only the host may`
  },
  "authority/no-approver": {
    message: ({ role }) => `nobody can approve what exceeds the limits of ${quoted(role)}`
  }
} satisfies FindingTexts<typeof rows>
