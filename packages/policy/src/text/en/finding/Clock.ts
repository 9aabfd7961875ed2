/** `clock/…`: clocks that cannot run. */
import type { clock as rows } from "../../../diagnostic/catalogue/Clock.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

const quotedAll = (names: ReadonlyArray<string>): string => names.map((name) => quoted(name)).join(", ")

export const clock = {
  "clock/no-limit": { message: ({ clock }) => `clock ${quoted(clock)} has neither \`within\` nor \`until\`` },
  "clock/two-limits": {
    message: ({ clock }) => `clock ${quoted(clock)} has both \`within\` and \`until\``,
    help: "keep one of the two"
  },
  "clock/no-date": {
    message: ({ fact }) => `a clock can run only until a date, and the fact ${quoted(fact)} is not a date`
  },
  "clock/cannot-repeat": {
    message: ({ clock }) =>
      `clock ${quoted(clock)} starts again when it is met, and nothing that meets it happens twice`,
    help: "let a message to the customer or an event meet it: `met-by: told-customer`"
  },
  "clock/never-happens": {
    message: ({ key, moment }) => `${quoted(moment)} under ${quoted(key)} never happens while a clock runs`,
    help: "a clock ends with its loop: name a gate, a clock, an event, or a message from or to the customer"
  },
  "clock/met-and-cancelled": {
    message: ({ clock, by }) => `${quoted(by)} both meets and cancels clock ${quoted(clock)}`,
    help: "keep one of the two"
  },
  "clock/met-and-restarted": {
    message: ({ clock, by }) => `${quoted(by)} meets clock ${quoted(clock)}, so it restarts nothing`,
    help: "keep one of the two"
  },
  "clock/never-extended": {
    message: ({ times }) =>
      `this extension can never be given: ${times === 0 ? "it is allowed 0 times" : "nobody approves it"}`,
    help: "say `extend: never` where there is none"
  },
  "clock/idle": {
    message: ({ clock }) => `nothing meets clock ${quoted(clock)}, and nothing refers to it`,
    label: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(guess)}?`),
    help: "name it like the gate whose deadline it is, or say what meets it: `met-by`"
  },
  "clock/over-at-once": {
    message: ({ clock, gate, end }) =>
      `clock ${quoted(clock)} starts with gate ${quoted(gate)}, which ${
        end === undefined ? "also meets it" : `waits for ${quoted(end)}, which meets it`
      }`,
    help: "let it start with what comes before: `from: received`, or an earlier gate"
  },
  "clock/step-order": {
    message: ({ point, before, again }) =>
      again
        ? `${quoted(point)} notifies the same people again`
        : `${quoted(point)} comes before ${quoted(before)}, which is written above it`,
    help: ({ again }) => (again ? "remove one of the two" : "write the steps in the order in which they come")
  },
  "clock/tells-nobody": { message: "this step notifies nobody", help: "name a role under `notify`" },
  "clock/tells-lower": {
    message: ({ now, before }) =>
      `this step notifies only ${quotedAll(now)}, a lower role than ${quotedAll(before)} of an earlier step`,
    help: "name a higher role, or write the steps the other way round"
  },
  "clock/never-resumed": {
    message: ({ reason, meant }) =>
      `nothing ends the pause ${quoted(reason)}: \`resumed-by\` says what ends ${quoted(meant)}`,
    help: ({ meant }) => `write ${quoted(meant)}, or say under \`resumed-by\` what ends this one`
  },
  "clock/answered-too-late": {
    message: ({ where, within }) =>
      `${quoted(where)} gives ${within} to answer, and by then what was promised to the customer is overdue`,
    help: "shorten it: the answer must come before the promise is due"
  },
  "clock/cycle": {
    message: ({ clocks }) => `these clocks start each other: ${clocks.map((each) => quoted(each)).join(" → ")}`
  }
} satisfies FindingTexts<typeof rows>
