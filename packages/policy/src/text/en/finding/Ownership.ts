/** `ownership/…`: cases that would go to nobody, or back to whom they must leave. */
import type { ownership as rows } from "../../../diagnostic/catalogue/Ownership.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const ownership = {
  "ownership/nobody-takes-it": {
    message: ({ rule }) => `${quoted(rule)} says when a case moves, but not to whom`,
    help: "name a role under `to`"
  },
  "ownership/take-up-too-late": {
    message: ({ within, clock, promised }) =>
      `the owner has ${quoted(within)} to start, but ${quoted(clock)} is promised within ${quoted(promised)}`,
    help: "let the owner start before the first promise is due"
  },
  "ownership/back-to-owner": {
    message: ({ rule, who }) =>
      `${quoted(rule)} gives the case to ${quoted(who)}, although it exists to take it from them`,
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
        ? "`absent` names no role, so nobody replaces an owner who has no deputy or has left"
        : "`first-owner` names no role, so feedback that no person received has no owner",
    help: "add a role, such as `supervisor`"
  },
  "ownership/nobody-speaks": {
    message: ({ department, key, where }) =>
      `department ${quoted(department)} has no ${quoted(key)}, but ${quoted(where)} needs it`,
    help: ({ key }) => `say who: \`${key}: supervisor\``
  },
  "ownership/no-next-owner": {
    message: ({ limit }) => `above ${limit} open cases the next in \`first-owner\` takes over, but there is none`,
    help: "add a role to `first-owner`"
  },
  "ownership/after-queue": {
    message: ({ who }) => `${quoted(who)} comes after \`queue\`, where every remaining case waits`,
    help: "put `queue` last"
  },
  "ownership/own-arbiter": {
    message: ({ arbiter }) =>
      `${quoted(arbiter)} is the lowest role and owns cases, but has to decide when owners disagree`,
    help: "name a higher role than the owners"
  },
  "ownership/team-of-nobody": {
    message: "this team has no members: no category and no rule names a department",
    help: "name the `department` of categories, or name members"
  }
} satisfies FindingTexts<typeof rows>
