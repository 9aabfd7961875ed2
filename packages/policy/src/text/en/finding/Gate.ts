/** `gate/…`: gates that cannot open, or ask for what they do not have. */
import type { gate as rows } from "../../../diagnostic/catalogue/Gate.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

export const gate = {
  "gate/cycle": {
    message: ({ gates }) => `these gates wait for each other: ${gates.map((each) => quoted(each)).join(" → ")}`,
    help: "remove one `after` or `when`"
  },
  "gate/no-kind": { message: ({ gate }) => `gate ${quoted(gate)} does not say what it \`needs\`` },
  "gate/key-of-another-kind": {
    message: ({ gate, key, kind, kinds }) =>
      `${quoted(key)} belongs to gates that need ${listed(kinds)}; ${quoted(gate)} needs ${quoted(kind)}`
  },
  "gate/waits-for-ever": {
    message: ({ gate }) => `gate ${quoted(gate)} waits for ever if the customer does not reply`,
    help: "say what happens then: `silence: { after: 5 working days, attempts: 2, closes: customer-loop }`"
  },
  "gate/observes-nothing": {
    message: ({ gate }) => `gate ${quoted(gate)} observes nothing: it may be passed as soon as it opens`,
    help: "say how long: `observe: 30 days`"
  },
  "gate/no-arbiter": {
    message: ({ gate, rounds }) =>
      `after ${rounds === 1 ? "one round" : `${rounds} rounds`} nobody may decide gate ${quoted(gate)}, so it stays open`,
    help: "name who decides: `arbiter: supervisor`"
  },
  "gate/too-few-channels": {
    message: ({ gate, asked, there }) =>
      `gate ${quoted(gate)} asks for ${asked} channels to reach the customer, but there ${there === 1 ? "is one" : `are ${there}`}: it never ends without a reply`
  },
  "gate/too-few-attempts": {
    message: ({ gate, asked, attempts }) =>
      `gate ${quoted(gate)} wants ${asked} channels tried in ${attempts} ${attempts === 1 ? "attempt" : "attempts"}`,
    help: "an attempt uses one channel: allow as many attempts as channels, or ask for fewer channels"
  },
  "gate/out-of-sequence": {
    message: ({ gate, other }) => `gate ${quoted(gate)} does not wait for ${quoted(other)}, but needs its result`,
    help: ({ other }) => `write \`after: ${other}\`, or a gate that comes after it`
  },
  "gate/observes-less": {
    message: ({ gate, level, milder }) =>
      `gate ${quoted(gate)} is observed for a shorter time at ${quoted(level)} than at ${quoted(milder)}, which is weaker`,
    help: "observe the worse cases at least as long"
  },
  "gate/back-to-itself": {
    message: ({ gate }) => `if gate ${quoted(gate)} fails, it goes back to itself, and nothing is done differently`,
    help: "go back to the gate for the root cause"
  },
  "gate/asks-nothing": {
    message: ({ gate, channel }) =>
      `gate ${quoted(gate)} asks by channel ${quoted(channel)}, which has no question and no scale`,
    help: "give the channel a `question` and a `scale`, or name another channel"
  },
  "gate/known-too-late": {
    message: ({ gate, fact, by }) =>
      `gate ${quoted(gate)} asks for ${quoted(fact)}, which only the later gate ${quoted(by)} records`,
    help: "record the fact at an earlier gate, or ask for it on a form"
  },
  "gate/tells-nobody": {
    message: ({ gate }) => `gate ${quoted(gate)} answers the customer but sends no message`,
    help: "name the message: `tell: result`"
  },
  "gate/bypass": {
    message: ({ how, gate, by = "" }) =>
      how === "explained"
        ? `${quoted(by)} may not pass ${quoted(gate)}, but may replace it by an explanation alone`
        : how === "lane"
          ? `${quoted(by)} makes ${quoted(gate)} unnecessary, and nothing else answers the customer`
          : `${quoted(gate)} may be left out, and nothing else answers the customer`,
    help: ({ how }) =>
      how === "explained"
        ? "let only those in `by` explain it, or add a `sign-off`"
        : how === "lane"
          ? "keep the answer, or replace it only by a gate that needs `result`"
          : "remove `optional` or `only-within`"
  },
  "gate/self-approval": {
    message: ({ gate }) => `the owner of the case approves ${quoted(gate)}: nobody else checks it`,
    help: "name a role under `by`, or exclude whoever passed the earlier gates with `not-by`"
  },
  "gate/never-decided": {
    message: ({ gate }) => `every conclusion of ${quoted(gate)} postpones the matter, so it is never decided`,
    help: "offer a conclusion that means `adopted`, `declined` or `other`"
  },
  "gate/no-meaning": {
    message: ({ conclusion }) => `the conclusion ${quoted(conclusion)} has no meaning`,
    label: ({ guess }) => (guess === undefined ? "" : `did you mean ${quoted(guess)}?`),
    help: ({ conclusion }) =>
      `\`later\` is reviewed again, \`adopted\` is reported to customers: write \`one-of: { ${conclusion}: later }\`, or \`other\` if nothing follows`
  },
  "gate/nobody": {
    message: ({ gate, keepsItself }) =>
      keepsItself === true ? `gate ${quoted(gate)} names itself in \`not-by\`` : `nobody may pass gate ${quoted(gate)}`
  }
} satisfies FindingTexts<typeof rows>
