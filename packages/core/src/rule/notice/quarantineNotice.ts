/** Notifies whoever looks after the quarantine of an arrival there. The arrival belongs to no case yet. */

import type { Says } from "../../case/Refusal.ts"
import type { QueuedMessage } from "../../case/track/Message.ts"
import { noticeLeaves } from "../../draft/sendingTime.ts"
import { parse, render } from "../../language/Template.ts"
import type { PersonState } from "../../people/Person.ts"
import { oneOf } from "../../people/Person.ts"
import type { Language, Text } from "../../policy/Bundle.ts"
import type { Policy } from "../../policy/Policy.ts"
import { templateIn } from "../../text/phrase/InLanguage.ts"
import { letter, word } from "../../text/phrase/Words.ts"
import { refusal } from "../../text/refusal/Refusal.ts"
import { parameters } from "../../text/shape/Reason.ts"
import type { Instant } from "../../time/Instant.ts"
import { reached } from "../../who/Presence.ts"

/** An arrival in quarantine. */
export interface QuarantineEntry {
  readonly id: string
  readonly channel: string
  /** The code of the reason, and the values that its sentence needs. */
  readonly code: string
  readonly says?: Says
  /** Who submitted it. They got the answer already, so they are not notified. */
  readonly by: string
}

const NOTICE = "quarantined"

/** Returns the notices of an arrival in quarantine: to one person of each role that the policy names. */
export const quarantineNotices = (
  policy: Policy,
  people: readonly PersonState[],
  entry: QuarantineEntry,
  at: Instant
): readonly QueuedMessage[] => {
  const rule = policy.bundle.messages[NOTICE]
  if (rule === undefined) return []
  const asked = (policy.bundle.quarantine?.notify ?? []).flatMap((role) => oneOf(people, role)?.id ?? [])
  const to = new Set(asked.map((id) => reached(policy, people, id, at)))
  to.delete(entry.by)
  return [...to].map((id, index) => {
    const language = people.find((person) => person.id === id)?.language ?? policy.bundle.language
    const said = (text: Text | undefined): string =>
      render(
        templateIn(text, language, policy.bundle.language) ?? parse(""),
        (name) => value(entry, name, language),
        rule.mustSay
      )
    return {
      id: `n${index + 1}`,
      message: NOTICE,
      to: id,
      audience: "staff" as const,
      language,
      subject: said(rule.subject) || letter(language).about(entry.id),
      text: said(rule.text),
      ...noticeLeaves(policy, NOTICE, at)
    }
  })
}

const value = (
  { id, channel, code, says = {} }: QuarantineEntry,
  name: string,
  language: Language
): string | undefined => {
  switch (name) {
    case "entry.id":
      return id
    case "said.channel":
      return channel
    case "reason":
      return Object.hasOwn(parameters, code)
        ? refusal({ code: code as keyof typeof parameters, says }, language)
        : word("because", code, language)
    default:
      return undefined
  }
}
