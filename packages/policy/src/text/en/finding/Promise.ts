/** `clock/…`: promises that contradict each other. */
import type { promise as rows } from "../../../diagnostic/catalogue/Promise.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const promise = {
  "clock/priority-inversion": {
    message: ({ clock, strong, weak }) =>
      `clock ${quoted(clock)} gives ${quoted(strong)} more time than ${quoted(weak)}, which is weaker`,
    help: "levels are listed strongest first, and a stronger level must not wait longer"
  },
  "clock/due-before-its-turn": {
    message: ({ gate, before }) => `gate ${quoted(gate)} is due before ${quoted(before)}, which it waits for`,
    help: ({ before }) => `give it more time, or start it with \`from: ${before}\``
  },
  "clock/point-before-start": {
    message: ({ clocks, point, within }) =>
      clocks.length === 1
        ? `${quoted(point)} is before the start of clock ${quoted(clocks[0] ?? "")}, which runs for ${quoted(within)}`
        : `${quoted(point)} is before the start of clocks ${clocks.map((each) => quoted(each)).join(", ")}; the first of them runs for ${quoted(within)}`,
    help: "name a later point, such as `50%`"
  },
  "clock/never-counts": {
    message: ({ clock, other }) =>
      `clock ${quoted(clock)} gives more time than ${quoted(other)}, which starts and ends with the same events: it never matters`,
    help: "keep the one that is promised, or separate them with `when`"
  },
  "clock/chain-too-long": {
    message: ({ gate, steps, sum }) =>
      `the steps ${steps.map((each) => quoted(each)).join(" → ")} may take ${quoted(sum)} together, but gate ${quoted(gate)} is due before that`,
    help: "give the steps less time in total than the promise they lead to"
  },
  "clock/due-while-closed": {
    message: ({ clock, within, closed }) =>
      `clock ${quoted(clock)} promises ${quoted(within)}, but its calendar is closed for ${quoted(closed)} every night`,
    help: "use working time, such as `4 working hours`, or name who is on call: `ownership.on-call`"
  },
  "clock/no-calendar": {
    message: ({ clocks }) =>
      clocks.length === 1
        ? `the working time of clock ${quoted(clocks[0] ?? "")} counts round the clock, because it has no calendar`
        : `the working time of clocks ${clocks.map((each) => quoted(each)).join(", ")} counts round the clock: they have no calendar`,
    help: "name one for the clock, or for all clocks: `clock-defaults: { calendar: … }`"
  }
} satisfies FindingTexts<typeof rows>
