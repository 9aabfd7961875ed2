/** `simulation/…`: what a simulation cannot be made of. */
import type { simulation as rows } from "../../../diagnostic/catalogue/Simulation.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

/** Numbers of which nothing could come, and what may stand there instead. */
const limits = {
  batch: { says: "what comes together is one at least", help: "write 1 or more" },
  "at-once": {
    says: "whoever works on nothing at once never works",
    help: "write 1 or more; take out whoever does not work"
  },
  rework: { says: "what is always done again is never done", help: "write a share below 100%" },
  precision: { says: "no number of replications comes to this", help: "write a share above 0%, such as `2%`" },
  most: { says: "the most is less than the least", help: "write no less than `least`" },
  skill: {
    says: "nobody has this skill, so the work is never done",
    help: "write it in `skills` of somebody in `staff.people`"
  },
  seed: { says: "no chance has this number", help: "write a whole number up to 4294967295" },
  "warm-up": {
    says: "nothing is left out of a run that is `terminating`",
    help: "leave `warm-up` out, or write `horizon: steady`"
  },
  "all-warm-up": {
    says: "all of the time that is simulated would be left out",
    help: "write less than `weeks`"
  },
  kind: {
    says: "the gate of this row is of another kind, so the row fits nothing",
    help: "leave `kind` out: the gate says enough"
  },
  row: {
    says: "a row before this one fits all that it fits, so it never counts",
    help: "put it before that row, or leave it out"
  },
  interrupts: {
    says: "what came later never goes before what is at work where `first` is `fifo`",
    help: "write another `first`, or leave `interrupts` out"
  },
  people: { says: "so many people cannot be simulated", help: "write 10000 at most" },
  hours: { says: "`calendar` and `shift` both say when somebody works", help: "write one of the two" },
  weights: { says: "nothing of this ever comes", help: "give one of them a number above 0, or leave the key out" }
}

const idle = {
  outside: {
    says: "this lies outside the time that is simulated, and changes nothing",
    help: "write dates between `from` and the end of `weeks`, or leave it out"
  },
  beyond: {
    says: "this is longer than the time that is simulated, so it never happens",
    help: "write a shorter length or more `weeks`, or leave the key out"
  },
  share: { says: "0% is never, as if this were not written", help: "write a share above 0%, or leave the map out" },
  late: {
    says: "this work takes longer than every deadline of its gate, so none is ever kept",
    help: "write how long somebody works on it, not how long it lies"
  },
  arrivals: {
    says: "nothing arrives, so there is nothing to simulate",
    help: "write a number above 0, or name recorded arrivals in `trace`"
  }
}

export const simulation = {
  "simulation/no-fixed-length": {
    message: ({ found }) => `${quoted(found)} is longer at one time than at another`,
    help: "write minutes, hours, days or weeks, for example `16 hours`"
  },
  "simulation/numbers": {
    message: ({ counts, found, below }) => {
      if (!counts.includes(found)) return `${counts.join(" or ")} numbers belong here, and these are ${found}`
      return below === undefined ? `these ${found} numbers are all 0, so nothing comes` : `${below} is below 0`
    },
    help: "write one for each hour, day or month; 0 where nothing comes"
  },
  "simulation/nothing": { message: "0 is nothing to simulate", help: "write a whole number from 1" },
  "simulation/no-rows": {
    message: ({ path, of }) =>
      `${quoted(path)} has no rows, so ${of === "at" ? "nothing arrives" : "customers have nothing to write"}`,
    help: ({ of }) =>
      of === "at"
        ? "write one row for each piece of feedback, in a table below the head"
        : "write one text a row that is not blank, or leave the key out"
  },
  "simulation/below-zero": { message: ({ found }) => `${quoted(found)} is below 0`, help: "write 0 or more" },
  "simulation/limit": { message: ({ limit }) => limits[limit].says, help: ({ limit }) => limits[limit].help },
  "simulation/idle": { message: ({ why }) => idle[why].says, help: ({ why }) => idle[why].help },
  "simulation/same-person": {
    message: ({ person }) => `two people are called ${quoted(person)}`,
    help: "call one of them otherwise; of `count` people the ids end in `-1`, `-2` and so on"
  },
  "simulation/shares": {
    message: ({ sum, isWhole }) => `these shares come to ${sum}%, ${isWhole ? "and not to" : "more than"} 100%`,
    help: ({ isWhole }) =>
      isWhole ? "let them come to 100%, or leave one out: it is what the others leave" : "let them come to 100% at most"
  },
  "simulation/row": {
    message: "this row cannot be read, and is left out",
    help: "write no more cells than the head has; in a file that ends in `.ndjson`, one row in braces a line"
  },
  "simulation/spread": {
    message: "this does not say how something varies",
    help: "write one value, a list, or rising `half-within` and `ninety-within`, `mean` above 0 with or without `deviation`, or rising `least`, `usual` and `most`"
  }
} satisfies FindingTexts<typeof rows>
