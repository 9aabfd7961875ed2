/** Finds messages that are never sent, and notices that are sent too late for the action they ask for. */

import type { Bundle, Target } from "../../bundle/Bundle.ts"
import { dig, get, itemsOf, type Tree, wordOf, wordsOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { turnedQuiet, turnedRound } from "../../value/TurnedHours.ts"

type SendingRules = Pick<Bundle, "sending" | "authority" | "ownership" | "facts" | "channels">

/** Compares when messages are sent with what they ask for. */
export const sending = (reading: Reading, policy: SendingRules): void => {
  hidden(reading, policy)
  const { sending: rule, authority, ownership } = policy
  const tree = get(reading.root, "sending")
  if (rule === undefined || tree === undefined || reading.isFaulty("sending")) return
  const { quiet, quietQuestions = [] } = rule
  if (isAllDay(quiet)) reading.say("sending/quiet-all-day", get(tree, "quiet") ?? tree, {})
  // Hours in the wrong order can leave no hour for sending, and they have their own finding.
  else if (!["quiet", "quiet-questions"].some((key) => turned(reading, get(tree, key))))
    if (isAllDay([...quiet, ...quietQuestions]))
      reading.say("sending/quiet-all-day", get(tree, "quiet-questions") ?? tree, {})
  const digest = get(tree, "digest")
  if (digest === undefined || rule.digest === undefined) return
  const asking = [
    { message: "approval-asked", where: "authority.approval.within", within: authority.approval.within },
    { message: "handover-offered", where: "ownership.handover.accept-within", within: ownership.handover.acceptWithin }
  ]
  for (const { message, where, within } of asking) {
    const written = dig(reading.root, ...where.split("."))
    if (rule.quietExcept.messages.includes(message) || written === undefined) continue
    if (shortest(within) > shortest(rule.digest)) continue
    const [wait, answer] = [digest, written].map((each) => (each._tag === "Scalar" ? each.text : ""))
    reading.say("sending/digest-too-long", digest, { digest: wait ?? "", within: answer ?? "", where })
  }
}

/** Reports hidden fields without the list of people who may read them, or the other way round. */
const hidden = (reading: Reading, { sending: rule, facts, channels }: SendingRules): void => {
  const { redact } = rule ?? {}
  const say = (tree: Tree | undefined, key: string): void => {
    if (tree !== undefined && !reading.isFaulty(tree.path)) reading.say("sending/nothing-hidden", tree, { where: key })
  }
  const told = Object.entries(facts).flatMap(([name, { ofOthers }]) => (ofOthers === true ? [name] : []))
  if (redact?.["of-others"] === undefined)
    for (const name of told) say(dig(reading.root, "facts", name, "of-others"), "of-others")
  else if (told.length === 0) {
    const tree = dig(reading.root, "sending", "redact", "of-others")
    if (tree !== undefined) reading.say("sending/no-such-fact", tree, {}, { span: tree.named })
  }
  if (redact === undefined)
    for (const [name, { isPublic }] of Object.entries(channels))
      if (isPublic === true) say(dig(reading.root, "channels", name, "public"), "public")
}

/** Reports quiet hours during the day, which delay messages until night. Returns whether it was reported. */
const turned = (reading: Reading, hours: Tree | undefined): boolean => {
  const { found, is } = turnedQuiet(wordsOf(hours)) ?? {}
  const at = itemsOf(hours).find((item) => wordOf(item) === found)
  if (at === undefined || found === undefined || is === undefined) return false
  reading.say("value/hours-turned", at, { ...turnedRound(found), is })
  return true
}

const day = 24 * 60

const isAllDay = (quiet: NonNullable<Bundle["sending"]>["quiet"]): boolean => {
  const minutes = new Set<number>()
  for (const [from, to] of quiet) for (let at = from; at < to; at++) minutes.add(at % day)
  return minutes.size === day
}

/** The shortest elapsed time of a duration.  Units: ms. */
const shortest = (target: Target): number => {
  switch (target._tag) {
    case "Elapsed":
    case "Working":
      return target.ms
    case "WorkingDays":
      return target.days * day * 60_000
    case "Civil":
      return (target.months * 28 + target.days) * day * 60_000
  }
}
