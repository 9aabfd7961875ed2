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
    help: "let the highest role do it without limit"
  },
  "authority/order": {
    message: ({ duty, lower, higher }) =>
      `${quoted(lower)} may ${quoted(duty)} more than ${quoted(higher)}, who stands above`,
    help: "roles stand lowest first"
  },
  "authority/splittable": {
    message: ({ role }) =>
      `${quoted(role)} has a limit per case and none per day, month or year: a sum can be split over cases`,
    help: "add for example `per-month: 5000`"
  },
  "authority/unreachable": {
    message: ({ wide, narrow }) => `${quoted(wide)} can never be reached: ${quoted(narrow)} allows less`,
    help: "a longer window allows at least as much as a shorter one, and a case no more than any of them"
  },
  "authority/apart-alone": {
    message: ({ duty }) => `${quoted(duty)} alone is apart from nothing`,
    help: "name two duties, or none"
  },
  "authority/no-spot-check": {
    message: "this spot check draws nothing: it needs a share above nothing, duties and somebody who looks"
  },
  "authority/nobody-may": {
    message: ({ act }) => `nobody may ${governed[act]}: \`by\` names no role`,
    help: ({ act }) => `name the roles that may; without ${quoted(act)} the host alone may`
  },
  "authority/no-approver": {
    message: ({ role }) => `what exceeds the limits of ${quoted(role)} has nobody to approve it`
  }
} satisfies FindingTexts<typeof rows>
