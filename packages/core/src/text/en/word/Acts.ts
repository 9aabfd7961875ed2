/** Words that refusals and lines of events are made with. */
import type { Understanding } from "../../../case/track/Feedback.ts"
import type { Governing } from "../../../who/Governing.ts"

/** Over which time a limit is summed. */
export const window = {
  "per-case": "per case",
  "per-day": "per day",
  "per-month": "per month",
  "per-year": "per year"
}

/** What concerns more than one case. */
export const governing = {
  publish: "publish another version of the policy",
  move: "move cases to another version of the policy",
  erase: "erase this customer"
} satisfies Readonly<Record<Governing, string>>

/** What is for somebody beside gates. */
export const task = {
  write: "writing for the customer",
  facts: "recording facts",
  withdrawn: "withdrawing",
  classification: "correcting the classification"
}

/** What the host's own classifier had to do with what feedback was read as. */
export const classifier = {
  decided: ", by the host's classifier",
  unsure: "; the host's classifier was not sure, so the dictionary decided",
  late: "; the host's classifier was late, so the dictionary decided",
  failed: "; the host's classifier failed, so the dictionary decided",
  "no-category": "; the host's classifier named no category of the policy, so the dictionary decided"
} satisfies Readonly<Record<NonNullable<Understanding["classifier"]>, string>>

/** Kinds of values, of facts and of arguments of commands. */
export const type = {
  text: "a text",
  number: "a number",
  integer: "a whole number",
  money: "an amount of money",
  "yes-no": "`yes` or `no`",
  date: "a date",
  duration: "a length of time",
  file: "a file",
  amount: "an amount, such as `500` or `500 CNY`",
  texts: "a list of texts",
  facts: "facts by name",
  actions: "a list of actions, each with `what`",
  causes: "causes by name",
  "one-of": "one of the values that the policy lists",
  "some-of": "some of the values that the policy lists",
  scale: "a score"
}
