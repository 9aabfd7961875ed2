/** `loop/…`: what kinds of case go through. */
import type { loop as rows } from "../../../diagnostic/catalogue/Loop.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

/** What sends a loop back. */
const ways = {
  dissatisfied: "a customer who is not satisfied",
  recurrence: "a recurrence",
  failed: "a check that failed"
}

export const loop = {
  "loop/none-for-kind": {
    message: ({ kinds }) => `the loops do not cover every case of kind ${listed(kinds)}`,
    help: "add a loop for it, or extend a pack that has one"
  },
  "loop/overlap": {
    message: ({ loops }) => `loops ${quoted(loops[0])} and ${quoted(loops[1])} apply to the same case`,
    help: ({ inherited }) =>
      inherited === undefined
        ? "exactly one `when` must apply to a case"
        : `exactly one \`when\` must apply to a case; ${quoted(inherited)} is inherited: give your loop that name, or set it to \`removed\``
  },
  "loop/answer-held-back": {
    message: ({ gate, until }) =>
      `the customer gets no answer before ${quoted(until)}, because ${quoted(gate)} waits for it`,
    help: "let an earlier gate of the customer loop `tell` the customer"
  },
  "loop/other-side": {
    message: ({ who, gate, side }) => `${who} goes back to ${quoted(gate)}, a gate of the ${side.replace("-", " ")}`,
    help: ({ side }) =>
      side === "customer-loop"
        ? "name a gate of the system loop: it is not the customer loop that failed"
        : "name a gate of the customer loop: otherwise nobody answers the customer again"
  },
  "loop/nothing-required": {
    message: ({ loop }) => `every gate of the customer loop of ${quoted(loop)} is optional, so it closes at once`,
    help: "remove `optional` or `only-within` from the gate that is required"
  },
  "loop/never-holds": {
    message: ({ loop, what }) => `this condition of ${quoted(what)} is never true in loop ${quoted(loop)}`,
    help: "remove it, or test values that cases of this loop can have"
  },
  "loop/nothing-anew": {
    message: ({ cause, gate, missing }) =>
      `${ways[cause]} leads back only to ${quoted(gate)}: ${quoted(missing)} stays passed, so nothing is done again`,
    help: ({ missing }) => `lead back to ${quoted(missing)}, or to a gate that it comes after`
  },
  "loop/ends-untold": {
    message: ({ ending }) => `${quoted(ending)} ends the customer loop, but the customer is not told`,
    help: "name a message with `tell`; it can give the reason with `{reason}`"
  },
  "loop/too-many-gates": {
    message: ({ loop, limit }) =>
      `loop ${quoted(loop)} has more than ${limit} gates, the most that are checked against each other`,
    help: "combine consecutive steps of one person into one gate, or divide the cases among several loops"
  },
  "loop/empty": { message: ({ loop }) => `loop ${quoted(loop)} has no gate` }
} satisfies FindingTexts<typeof rows>
