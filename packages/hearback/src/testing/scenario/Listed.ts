/** Lists of what a step expects, and of what is there: messages, rules, approvals, each in both languages. */
import { Instant } from "@hearback/core"
import { pathIn, type Scenario } from "@hearback/policy"
import type { Sent } from "../virtual/Recorder.ts"
import { type Said, said } from "./ActResult.ts"
import type { CaseSnapshot, Snapshot } from "./Snapshot.ts"

/** What is expected as what is there is shown, where that is no single word. */
export const askedIn = (cases: Snapshot["cases"], check: Scenario.Check): Said | undefined => {
  switch (check._tag) {
    case "Sent":
    case "NothingSent":
      return check.messages.length === 0 ? undefined : askedList(check.messages)
    case "Pending":
    case "Rejected":
    case "Because":
      return pathsSaid(check.rules)
    case "Approvals": {
      const found = cases.get(check.case)
      if (found === undefined || check.asked.length === 0) return undefined
      return approvalsSaid(check.asked.map(({ from, due }) => ({ from, due: due && dueSaid(found, due) })))
    }
  }
  return undefined
}

const askedList = (messages: readonly Scenario.MessageSaid[]): Said => {
  const listed = (to: string, colon: string, comma: string): string =>
    messages
      .map(({ message, to: whom, says }) => {
        const whole = [message, whom && (message === undefined ? whom : `${to} ${whom}`)].filter(Boolean).join(" ")
        return says === undefined ? whole : `${whole}${colon}${says}`
      })
      .join(comma)
  return said(listed("to", ": ", ", "), listed("给", "：", "，"))
}

/** Paths as they are written in a policy of each key language; the slugs of laws have one name. */
export const pathsSaid = (rules: readonly string[]): Said =>
  said(rules.join(", "), rules.map((rule) => pathIn(rule, "zh-CN") ?? rule).join("，"))

const dueSaid = (found: CaseSnapshot, due: Scenario.DueSaid): string =>
  due._tag === "Day" ? due.day : shown(found, due.at)

export const approvalsSaid = (
  all: readonly { readonly from: string | undefined; readonly due: string | undefined }[]
): Said => {
  const listed = (fromWord: string, dueWord: string, comma: string): string =>
    all
      .map(({ from, due }) =>
        [from && `${fromWord} ${from}`, due && `${dueWord} ${due}`].filter((part) => part !== undefined).join(" ")
      )
      .join(comma)
  return said(listed("from", "due", ", "), listed("批准方", "时限", "，"))
}

/** What left joined into one message has left. */
export const namesOf = ({ template, contains = [] }: Sent): readonly string[] => [
  template,
  ...contains.map(({ message }) => message)
]

export const sentList = (sent: readonly Sent[]): string | Said => {
  const listed = (to: string, comma: string): string =>
    sent.map((one) => `${namesOf(one).join(" + ")} ${to} ${one.to}`).join(comma)
  return sent.length === 0 ? "none" : said(listed("to", ", "), listed("给", "，"))
}

export const shown = ({ policy }: CaseSnapshot, due: number | null | undefined): string =>
  due === undefined || due === null ? "never" : Instant.renderDue(due, policy.zone)
