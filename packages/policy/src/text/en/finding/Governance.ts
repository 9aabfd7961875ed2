/** `alarm/…`, `learning/…`, `retention/…`, `problem/…`, `sending/…`: what stands over every case. */
import type { governance as rows } from "../../../diagnostic/catalogue/Governance.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const governance = {
  "alarm/no-condition": {
    message: ({ alarm }) => `alarm ${quoted(alarm)} does not say when it is raised`,
    help: "write its condition under `when`"
  },
  "alarm/nobody": {
    message: ({ alarm }) => `nobody hears of alarm ${quoted(alarm)}`,
    help: "name a role under `notify`"
  },
  "alarm/never-raised": {
    message: ({ alarm }) => `no case of any loop ever raises alarm ${quoted(alarm)}`,
    help: "ask for what cases of one loop can have together"
  },
  "alarm/tells-lower": {
    message: ({ alarm, other }) =>
      `alarm ${quoted(alarm)} is for worse cases than ${quoted(other)}, and tells only people below those whom that one tells`,
    help: "tell the same people, or people above them"
  },
  "assume/rules-out": {
    message: ({ is, name }) =>
      is === "all"
        ? "this assumption rules out every case"
        : `this assumption rules out every case of ${is} ${quoted(name)}`,
    help: ({ is }) =>
      is === "all" ? "write what never happens, cell by cell" : "narrow the assumption, or take out what never happens"
  },
  "problem/may-be-unknown": {
    message: ({ input }) =>
      `cases of one problem have ${quoted(input)} in common, and nothing asks for it: where it is not known, a case belongs to no problem`,
    help: "require it in a form, let the host fill it in (`prefill`), or give it a default"
  },
  "problem/no-case": {
    message: ({ input }) => `a problem counts its cases and has no ${quoted(input)}: it would never be opened`,
    help: "read `same-problem.customers` or `same-problem.cases`"
  },
  "sending/quiet-all-day": { message: "the quiet hours never end: no message would ever leave" },
  "sending/digest-too-long": {
    message: ({ digest, within, where }) =>
      `notices may wait ${digest} for others, and ${quoted(where)} wants an answer within ${within}`,
    help: "shorten `sending.digest`, or name the message in `quiet-except`"
  },
  "sending/nothing-hidden": {
    message: ({ where }) => `${quoted(where)} hides nothing: \`sending.redact\` does not say of whom`,
    help: "say under `sending.redact` who may still read it, or `none`"
  },
  "sending/no-such-fact": {
    message: "no fact says something of other people, so there is nothing to hide",
    help: "write `of-others: yes` with the fact of the form that names somebody else"
  },
  "retention/before-reopening": {
    message: ({ where }) =>
      `records expire before ${quoted(where)} is over: who comes back then finds nothing to reopen`,
    help: "keep them for at least as long"
  },
  "learning/counting-is-no-target": {
    message: ({ measure }) =>
      `${quoted(measure)} is a count and no target: fewer complaints may only mean that fewer speak`,
    help: "set a target on how well they are answered, such as `kept` or `resolution`"
  },
  "learning/best-is-missed": {
    message: ({ measure, best }) => `the best figure of ${quoted(measure)}, ${best}, misses this target`,
    help: "turn the comparison round: `>=` where more is better, `<=` where less is"
  }
} satisfies FindingTexts<typeof rows>
