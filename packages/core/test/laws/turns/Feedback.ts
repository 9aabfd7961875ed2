/** Turns in which something is said: by customers, repeated, by machines, and facts that staff record. */
import type { Case } from "../../../src/case/Case.ts"
import type { Submission } from "../../../src/case/generated/Command.ts"
import { landing } from "../../../src/rule/relations/landing.ts"
import { caseOf } from "../../../src/testing/World.ts"
import { defined } from "../../../src/value/Optional.ts"
import { customerOf, fixed, inDays, ownerOf, owners, type Standing, type Turn } from "./Turn.ts"

const ids = ["A", "B", "C", "D"]

/** Feedback by some channel goes where the policy's rule says: to a new case, an open one, or a gate. */
const arrives =
  (submission: Submission, names?: string): Turn =>
  ({ world, policy, at }) => {
    const cases = [...world.cases.values()]
    const theirs = cases.filter(({ feedback }) => feedback.receipt?.customer === submission.customer)
    const named = names === undefined ? undefined : caseOf(world, names)
    const to = landing(policy, submission, at, theirs, defined({ named }))
    const by = submission.customer ?? "channel:form"
    const words = submission.verbatim ?? ""
    if (to.as === "word")
      return { by, case: to.case, command: { do: "write", text: words, channel: submission.channel } }
    if (to.as === "answers") return { by, case: to.case, command: { do: "answer", gate: to.gate, facts: to.facts } }
    if (to.as === "answer") return { by, case: to.case, command: { do: "reply", gate: to.gate, says: to.says } }
    if (to.as === "joined") {
      const { contacts, unanswered } = to
      return { by, case: to.case, command: { do: "join", contacts, unanswered, ...submission } }
    }
    const id = ids.find((one) => !world.cases.has(one))
    return id === undefined
      ? undefined
      : { by: "ann", case: id, sameMatter: to.sameMatter, command: { do: "submit", case: id, ...submission } }
  }

/** First messages, one of which begins every history. */
export const submissions: readonly Submission[] = [
  { channel: "phone", customer: "carl", verbatim: "the report is wrong" },
  { channel: "phone", customer: "carl", verbatim: "the report is wrong" },
  { channel: "mail", customer: "carl", verbatim: "charged twice on the invoice, outrageous, says Ann" },
  { channel: "phone", customer: "carl", verbatim: "the report is wrong", facts: { urgent: true } },
  { channel: "phone", customer: "carl", verbatim: "the report is wrong", facts: { slow: true, line: "data" } },
  { channel: "phone", customer: "carl", verbatim: "my device caught fire", customerLanguage: "zh-CN" },
  { channel: "mail", customer: "carl", verbatim: "I suggest a dark mode" },
  { channel: "mail", customer: "carl", verbatim: "how do I read the chart" },
  { channel: "mail", customer: "carl", verbatim: "thank you for the help, Ben" },
  { channel: "form", customer: "carl", score: 1 },
  { channel: "form", customer: "carl", score: 3, verbatim: "it is not good" },
  { channel: "form", customer: "carl", score: 2 },
  { channel: "desk", verbatim: "the invoice is not good" },
  { channel: "phone", customer: "carl", verbatim: "the invoice and the report", kind: "complaint", consent: ["asking"] }
]

const writes =
  (text: string): Turn =>
  (s) => ({ by: customerOf(s), command: { do: "write", text } })

/** Says that the cause is the same as that of another case. */
export const causeOfAnother: Turn = ({ c, world }) => {
  const other = [...world.cases.keys()].find((id) => id !== c.id)
  return other === undefined ? undefined : { by: "sam", command: { do: "set", causeOf: other } }
}

const another = ({ world, c }: Standing): Case | undefined =>
  [...world.cases.values()].find(({ id, lifecycle }) => id !== c.id && lifecycle.closedAt === undefined)

/** Removes demands from the case into which this one may be merged. */
export const easesAnother: Turn = (s) => {
  const other = another(s)
  return (
    other && { by: "dora", case: other.id, command: { do: "reclassify", kind: "inquiry", reason: "only a question" } }
  )
}

/** Merges this case into another one. */
export const merges: Turn = (s) => {
  const other = another(s)
  return other === undefined
    ? undefined
    : { by: ownerOf(s), command: { do: "merge", into: other.id, reason: "the same" } }
}

/** Merges this case into one that owes its customer nothing any more. */
export const mergesIntoClosed: Turn = (s) => {
  const other = [...s.world.cases.values()].find(
    ({ id, lifecycle }) => id !== s.c.id && lifecycle.customerLoop !== undefined
  )
  return other === undefined ? undefined : { by: ownerOf(s), command: { do: "merge", into: other.id } }
}

/** Ends the case into which this one may be merged. */
export const endsAnother: Turn = (s) => {
  const other = another(s)
  return other && { by: other.feedback.receipt?.customer ?? "carl", case: other.id, command: { do: "withdraw" } }
}

/** Says that the cause is systemic. */
export const systemic = fixed("sam", { do: "set", cause: "systemic" })

/** The turns in which something is said. */
export const feedbackTurns: readonly Turn[] = [
  ...submissions.map((one) => arrives(one)),
  arrives({ channel: "phone", customer: "dave", verbatim: "the report is wrong" }),
  arrives({ channel: "mail", customer: "eve", verbatim: "the report is quite wrong" }),
  arrives({ channel: "phone", customer: "eve", verbatim: "the report of A is wrong" }, "A"),
  arrives({ channel: "survey", customer: "carl", score: 2 }),
  arrives({ channel: "survey", customer: "carl", score: 5 }),
  writes("news?"),
  writes("Thank you!"),
  writes("the invoice is outrageous"),
  writes("Ann did not call back, nor did Sam"),
  (s) => ({ by: customerOf(s), command: { do: "write", text: "still nothing", channel: "mail" } }),
  fixed("channel:mail", { do: "write", text: "out of office", automatic: true }),
  owners({ do: "write", text: "soon" }),
  owners({ do: "write", text: "soon", channel: "mail" }),
  owners({ do: "note", text: "called" }),
  fixed("system:host", { do: "event", name: "delivered" }),
  fixed("carl", {
    do: "join",
    channel: "mail",
    contacts: 3,
    unanswered: 2,
    verbatim: "wrong again",
    facts: { batch: "7", spare: true }
  }),
  fixed("carl", {
    do: "join",
    channel: "form",
    contacts: 1,
    unanswered: 0,
    again: true,
    verbatim: "the report is wrong"
  }),
  owners({ do: "split", text: "the invoice as well" }),
  owners({ do: "split", text: "the report too", category: "report", kind: "inquiry", facts: { urgent: true } }),
  merges,
  mergesIntoClosed,
  owners({ do: "set", facts: { urgent: true } }),
  owners({ do: "set", facts: { urgent: false, slow: true }, reason: "calmer" }),
  owners({ do: "set", facts: { urgent: false, slow: false, line: "data" } }),
  owners({ do: "set", facts: { urgent: true, slow: true, copies: 3 } }),
  (s) => ({ by: ownerOf(s), command: { do: "set", facts: { "promised-by": inDays(s, 2) } } }),
  (s) => ({ by: ownerOf(s), command: { do: "set", facts: { "promised-by": inDays(s, 40) } } }),
  fixed("quinn", { do: "set", facts: { spare: true } }),
  systemic,
  fixed("sam", { do: "set", cause: "incidental" }),
  fixed("dora", { do: "set", facts: { urgent: false, slow: true }, reason: "calmer" }),
  fixed("dora", { do: "reclassify", kind: "inquiry", reason: "a question" }),
  fixed("dora", { do: "set", cause: "incidental", reason: "once" }),
  causeOfAnother,
  owners({ do: "reclassify", category: "billing", reason: "money" }),
  fixed("sam", { do: "reclassify", category: "report", reason: "not money" }),
  fixed("sam", { do: "reclassify", kind: "suggestion", reason: "an idea" }),
  fixed("sam", { do: "reclassify", kind: "complaint", reason: "not an idea" })
]
