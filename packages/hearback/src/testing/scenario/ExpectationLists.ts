/** Writes lists of what a step expects and of the actual values (messages, rules, approvals) in both languages. */
import { Bundle, Instant } from "@hearback/core"
import { pathIn, type Scenario } from "@hearback/policy"
import { said, type TranslatedText } from "../../text/TranslatedTexts.ts"
import type { Sent } from "../virtual/Recorder.ts"
import type { CaseSnapshot, Snapshot } from "./Snapshot.ts"

/** Returns what is expected in the form of the actual value, if it is no single word. */
export const askedIn = (cases: Snapshot["cases"], check: Scenario.ExpectationCheck): TranslatedText | undefined => {
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

const askedList = (messages: readonly Scenario.MessageSaid[]): TranslatedText =>
  said(({ scenario }) =>
    scenario.list(
      messages.map(({ message, to: whom, says }) => {
        const whole = [message, whom && (message === undefined ? whom : scenario.to(whom))].filter(Boolean).join(" ")
        return says === undefined ? whole : scenario.words(whole, says)
      })
    )
  )

/** Returns paths as a policy of each key language writes them; names of fixed rules are the same in both. */
export const pathsSaid = (rules: readonly string[]): TranslatedText =>
  said(({ scenario }, language) => {
    const keys = Bundle.keyLanguageOf(language)
    return scenario.list(rules.map((rule) => (keys === "en" ? rule : (pathIn(rule, keys) ?? rule))))
  })

const dueSaid = (found: CaseSnapshot, due: Scenario.DueSaid): string =>
  due._tag === "Day" ? due.day : shown(found, due.at)

/** Returns the open approvals as text. */
export const approvalsSaid = (
  all: readonly { readonly from: string | undefined; readonly due: string | undefined }[]
): TranslatedText =>
  said(({ scenario }) =>
    scenario.list(
      all.map(({ from, due }) =>
        [from && scenario.from(from), due && scenario.due(due)].filter((part) => part !== undefined).join(" ")
      )
    )
  )

/** Returns the names of messages that were sent, also as part of a joined message. */
export const namesOf = ({ template, contains = [] }: Sent): readonly string[] => [
  template,
  ...contains.map(({ message }) => message)
]

/** Returns the messages that were sent as text. */
export const sentList = (sent: readonly Sent[]): string | TranslatedText =>
  sent.length === 0
    ? "none"
    : said(({ scenario }) => scenario.list(sent.map((one) => `${namesOf(one).join(" + ")} ${scenario.to(one.to)}`)))

/** Returns a due date as text. */
export const shown = ({ policy }: CaseSnapshot, due: number | null | undefined): string =>
  due === undefined || due === null ? "never" : Instant.renderDue(due, policy.zone)
