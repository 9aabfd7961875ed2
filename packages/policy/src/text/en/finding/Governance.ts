/** `alarm/…`, `learning/…`, `retention/…`, `problem/…`, `sending/…`: what stands over every case. */
import type { governance as rows } from "../../../diagnostic/catalogue/Governance.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const governance = {
  "alarm/no-condition": {
    message: ({ alarm }) => `alarm ${quoted(alarm)} has no condition`,
    help: "write the condition under `when`"
  },
  "alarm/nobody": {
    message: ({ alarm }) => `alarm ${quoted(alarm)} notifies nobody`,
    help: "name a role under `notify`"
  },
  "alarm/never-raised": {
    message: ({ alarm }) => `no case of any loop ever raises alarm ${quoted(alarm)}`,
    help: "use conditions that can be true together in one loop"
  },
  "alarm/tells-lower": {
    message: ({ alarm, other }) =>
      `alarm ${quoted(alarm)} is for worse cases than ${quoted(other)}, but notifies only lower roles`,
    help: "notify the same roles, or higher ones"
  },
  "assume/rules-out": {
    message: ({ is, name }) =>
      is === "all"
        ? "this assumption rules out every case"
        : `this assumption rules out every case of ${is} ${quoted(name)}`,
    help: ({ is }) =>
      is === "all"
        ? "write only the combinations that never happen"
        : "narrow the assumption, or remove what never happens from the policy"
  },
  "problem/may-be-unknown": {
    message: ({ input }) =>
      `cases of one problem have the same ${quoted(input)}, but nothing asks for it: without it a case belongs to no problem`,
    help: "require it in a form, let the host fill it in (`prefill`), or give it a default"
  },
  "problem/no-case": {
    message: ({ input }) => `a problem only counts cases and has no ${quoted(input)}, so it would never be opened`,
    help: "use `same-problem.customers` or `same-problem.cases`"
  },
  "sending/quiet-all-day": { message: "the quiet hours never end: no message would ever be sent" },
  "sending/digest-too-long": {
    message: ({ digest, within, where }) =>
      `notices may wait ${digest} to be combined, but ${quoted(where)} needs an answer within ${within}`,
    help: "shorten `sending.digest`, or name the message in `quiet-except`"
  },
  "sending/nothing-hidden": {
    message: ({ where }) => `${quoted(where)} hides nothing: \`sending.redact\` does not say from whom`,
    help: "say under `sending.redact` who may still read it, or `none`"
  },
  "sending/no-such-fact": {
    message: "no fact is about other people, so there is nothing to hide",
    help: "write `of-others: yes` in the fact of the form that names another person"
  },
  "retention/before-reopening": {
    message: ({ where }) =>
      `records expire before ${quoted(where)} is over: a customer who returns then has nothing to reopen`,
    help: "keep them at least that long"
  },
  "learning/counting-is-no-target": {
    message: ({ measure }) =>
      `${quoted(measure)} is a count, which cannot be a target: fewer complaints may only mean that fewer customers complain`,
    help: "set a target on how well they are answered, such as `kept` or `resolution`"
  },
  "learning/best-is-missed": {
    message: ({ measure, best }) => `the best figure of ${quoted(measure)}, ${best}, misses this target`,
    help: "reverse the comparison: `>=` if more is better, `<=` if less is better"
  }
} satisfies FindingTexts<typeof rows>
