/** `ownership/…`: cases that would go to nobody, or back to whom they must leave. */
import type { ownership as rows } from "../../../diagnostic/catalogue/Ownership.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const ownership = {
  "ownership/nobody-takes-it": {
    message: ({ rule }) => `${quoted(rule)} says when a case moves, and not to whom`,
    help: "name a role under `to`"
  },
  "ownership/take-up-too-late": {
    message: ({ within, clock, promised }) =>
      `the owner has ${quoted(within)} to begin, and ${quoted(clock)} is promised within ${quoted(promised)}`,
    help: "let the owner begin before the first promise is due"
  },
  "ownership/back-to-owner": {
    message: ({ rule, who }) => `${quoted(rule)} gives the case to ${quoted(who)}, whom it is there to spare it`,
    help: "name a role"
  },
  "ownership/nobody-meant": {
    message: ({ rule, who }) =>
      who === undefined ? `${quoted(rule)} names nobody` : `${quoted(who)} means nobody in ${quoted(rule)}`,
    help: "name a role"
  },
  "ownership/no-lead": {
    message: ({ rule }) =>
      rule === "absent"
        ? "`absent` names no role, so nobody follows an owner who has no deputy or has left"
        : "`first-owner` names no role, so nobody owns what no person has received",
    help: "add a role, such as `supervisor`"
  },
  "ownership/nobody-speaks": {
    message: ({ department, key, where }) =>
      `department ${quoted(department)} has no ${quoted(key)}, and ${quoted(where)} turns to it`,
    help: ({ key }) => `say who: \`${key}: supervisor\``
  },
  "ownership/no-next-owner": {
    message: ({ limit }) => `above ${limit} open cases the next of \`first-owner\` takes over, and there is no next`,
    help: "add a role to `first-owner`"
  },
  "ownership/after-queue": {
    message: ({ who }) => `${quoted(who)} stands behind \`queue\`, where every case waits that has got so far`,
    help: "let `queue` be the last"
  },
  "ownership/own-arbiter": {
    message: ({ arbiter }) =>
      `${quoted(arbiter)} owns cases, stands below all others, and is to decide what owners cannot`,
    help: "name a role that stands above the owners"
  },
  "ownership/team-of-nobody": {
    message: "this team has no members: no category and no rule names a department",
    help: "name the `department` of categories, or name members"
  }
} satisfies FindingTexts<typeof rows>
