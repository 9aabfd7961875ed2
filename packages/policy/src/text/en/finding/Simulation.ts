/** `simulation/…`: what a simulation cannot be made of. */
import type { simulation as rows } from "../../../diagnostic/catalogue/Simulation.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

/** Numbers of which nothing could come, and what may stand there instead. */
const limits = {
  batch: { says: "a batch has at least one", help: "write 1 or more" },
  "at-once": {
    says: "a person must be able to work on at least one thing",
    help: "write 1 or more, or remove the person"
  },
  rework: { says: "work that is always redone is never finished", help: "write a share below 100%" },
  precision: { says: "no number of replications reaches this", help: "write a share above 0%, such as `2%`" },
  most: { says: "the maximum is less than the minimum", help: "write at least the value of `least`" },
  skill: {
    says: "nobody has this skill, so the work is never done",
    help: "add it to the `skills` of somebody in `staff.people`"
  },
  seed: { says: "this is not a valid seed", help: "write a whole number up to 4294967295" },
  "warm-up": {
    says: "a `terminating` run leaves out nothing",
    help: "remove `warm-up`, or write `horizon: steady`"
  },
  "all-warm-up": {
    says: "all of the time that is simulated would be left out",
    help: "write less than `weeks`"
  },
  kind: {
    says: "the gate of this row has another kind, so the row never applies",
    help: "remove `kind`: the gate is enough"
  },
  row: {
    says: "an earlier row covers all its cases, so it never applies",
    help: "put it before that row, or remove it"
  },
  interrupts: {
    says: "later work never interrupts current work if `first` is `fifo`",
    help: "write another `first`, or remove `interrupts`"
  },
  people: { says: "so many people cannot be simulated", help: "write 10000 at most" },
  hours: { says: "both `calendar` and `shift` set the working hours", help: "keep one of the two" },
  weights: { says: "none of these ever arrives", help: "give one of them a number above 0, or remove the key" }
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
  share: { says: "0% means never, so this has no effect", help: "write a share above 0%, or leave the map out" },
  late: {
    says: "this work takes longer than every deadline of its gate, so none is ever kept",
    help: "write how long somebody works on it, not how long it waits"
  },
  arrivals: {
    says: "nothing arrives, so there is nothing to simulate",
    help: "write a number above 0, or name recorded arrivals in `trace`"
  }
}

export const simulation = {
  "simulation/no-fixed-length": {
    message: ({ found }) => `${quoted(found)} has no fixed length`,
    help: "write minutes, hours, days or weeks, for example `16 hours`"
  },
  "simulation/numbers": {
    message: ({ counts, found, below }) => {
      if (!counts.includes(found)) return `${counts.join(" or ")} numbers are expected here, but there are ${found}`
      return below === undefined ? `these ${found} numbers are all 0, so nothing arrives` : `${below} is below 0`
    },
    help: "write one for each hour, day or month; 0 if nothing arrives"
  },
  "simulation/nothing": { message: "with 0 there is nothing to simulate", help: "write a whole number from 1" },
  "simulation/no-rows": {
    message: ({ path, of }) =>
      `${quoted(path)} has no rows, so ${of === "at" ? "nothing arrives" : "customers have nothing to write"}`,
    help: ({ of }) =>
      of === "at"
        ? "write one row per piece of feedback, below a header row"
        : "write one text per row, or remove the key"
  },
  "simulation/below-zero": { message: ({ found }) => `${quoted(found)} is below 0`, help: "write 0 or more" },
  "simulation/limit": { message: ({ limit }) => limits[limit].says, help: ({ limit }) => limits[limit].help },
  "simulation/idle": { message: ({ why }) => idle[why].says, help: ({ why }) => idle[why].help },
  "simulation/same-person": {
    message: ({ person }) => `two people are called ${quoted(person)}`,
    help: "rename one of them; with `count` the ids end in `-1`, `-2` and so on"
  },
  "simulation/shares": {
    message: ({ sum, isWhole }) => `these shares add up to ${sum}%, ${isWhole ? "not" : "more than"} 100%`,
    help: ({ isWhole }) =>
      isWhole ? "make them add up to 100%, or omit one: it gets the rest" : "make them add up to 100% at most"
  },
  "simulation/row": {
    message: "this row cannot be read and is ignored",
    help: "write no more cells than the header has; in an `.ndjson` file, one row in braces per line"
  },
  "simulation/spread": {
    message: "this does not describe a distribution",
    help: "write one value, a list, or rising `half-within` and `ninety-within`, `mean` above 0 with or without `deviation`, or rising `least`, `usual` and `most`"
  }
} satisfies FindingTexts<typeof rows>
