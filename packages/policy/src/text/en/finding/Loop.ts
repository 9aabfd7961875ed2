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
    help: "add a loop whose `when` fits it, or extend a pack that has one"
  },
  "loop/overlap": {
    message: ({ loops }) => `loops ${quoted(loops[0])} and ${quoted(loops[1])} fit the same case`,
    help: ({ inherited }) =>
      inherited === undefined
        ? "exactly one `when` fits a case"
        : `exactly one \`when\` fits a case; ${quoted(inherited)} is inherited: give your loop that name, or say \`removed\` behind it`
  },
  "loop/answer-held-back": {
    message: ({ gate, until }) => `the customer hears nothing before ${quoted(until)}: ${quoted(gate)} waits for it`,
    help: "let an earlier gate of the customer loop `tell` the customer"
  },
  "loop/other-side": {
    message: ({ who, gate, side }) => `${who} goes back to ${quoted(gate)}, a gate of the ${side.replace("-", " ")}`,
    help: ({ side }) =>
      side === "customer-loop"
        ? "name a gate of the system loop: the customer's own loop is not what failed"
        : "name a gate of the customer loop: else nobody answers the customer again"
  },
  "loop/nothing-required": {
    message: ({ loop }) => `every gate of the customer loop of ${quoted(loop)} is optional: it closes at once`,
    help: "take `optional` or `only-within` away from the gate that must be shown"
  },
  "loop/never-holds": {
    message: ({ loop, what }) => `this condition of ${quoted(what)} never holds in loop ${quoted(loop)}`,
    help: "take it out, or ask for what cases of this loop can be"
  },
  "loop/nothing-anew": {
    message: ({ cause, gate, missing }) =>
      `${ways[cause]} leads back to ${quoted(gate)} alone: ${quoted(missing)} stays passed, and nothing is done anew`,
    help: ({ missing }) => `lead back to ${quoted(missing)}, or to a gate that it comes after`
  },
  "loop/ends-untold": {
    message: ({ ending }) => `${quoted(ending)} ends the customer loop, and the customer hears nothing of it`,
    help: "name a message: `tell`; it can say why with `{reason}`"
  },
  "loop/too-many-gates": {
    message: ({ loop, limit }) =>
      `loop ${quoted(loop)} has more than ${limit} gates, more than are checked against each other`,
    help: "put steps that one person takes in a row into one gate, or divide the cases among several loops"
  },
  "loop/empty": { message: ({ loop }) => `loop ${quoted(loop)} has no gate` }
} satisfies FindingTexts<typeof rows>
