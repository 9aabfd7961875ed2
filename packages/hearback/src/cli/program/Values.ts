/** Values of flags: instants, numbers, pairs. What cannot be read is a fault that names the flag. */
import { Instant, type Zone } from "@hearback/core"
import { choiceMeant, choicesIn } from "./Choice.ts"
import type { Context, Request } from "./Command.ts"
import { cannotRun } from "./Fault.ts"
import { notAmong } from "./Suggestion.ts"

/** Returns the instant of `--at`, now without it. A local time needs the policy's zone. */
export const instantOf = (
  request: Request,
  context: Context,
  zone?: Zone.Zone,
  now: number = context.terminal.now()
): number => {
  const text = request.one("at")
  if (text === undefined) return now
  const at = Instant.parseInstant(text.trim(), zone)
  const { fault } = context.texts
  return (
    at ??
    cannotRun({
      code: "usage/bad-instant",
      message: fault.badInstant("--at", text),
      expected: zone === undefined ? fault.instantOffsetExpected : fault.instantExpected
    })
  )
}

/** Returns the instant of a flag that bounds a period; a bare date is its beginning, or as the end of a period its end. */
export const boundOf = (
  flag: "from" | "to",
  request: Request,
  zone: Zone.Zone,
  { texts }: Context
): Date | undefined => {
  const text = request.one(flag)?.trim()
  if (text === undefined) return undefined
  const day = flag === "to" ? Instant.parseDate(text) : undefined
  const at = Instant.parseInstant(day === undefined ? text : Instant.renderDate(day + 1), zone)
  if (at !== undefined) return new Date(at)
  return cannotRun({
    code: "usage/bad-instant",
    message: texts.fault.badInstant(`--${flag}`, text),
    expected: texts.fault.instantExpected
  })
}

/** Returns the number of a flag, or nothing without it. */
export const numberOf = (request: Request, flag: string, context: Context): number | undefined => {
  const text = request.one(flag)
  if (text === undefined) return undefined
  const value = text.trim() === "" ? Number.NaN : Number(text)
  return Number.isFinite(value)
    ? value
    : cannotRun({ code: "usage/bad-number", message: context.texts.fault.badNumber(`--${flag}`, text) })
}

/** Returns the count of a flag, a whole number from 1. */
export const countOf = (request: Request, flag: string, context: Context): number | undefined => {
  const value = numberOf(request, flag, context)
  const { fault } = context.texts
  if (value === undefined || (Number.isSafeInteger(value) && value >= 1)) return value
  return cannotRun({
    code: "usage/bad-number",
    message: fault.badNumber(`--${flag}`, request.one(flag) ?? ""),
    expected: fault.badCount
  })
}

/** Returns the pairs `name=value` of a flag that may be given several times. */
export const pairsOf = (request: Request, flag: string, context: Context): readonly (readonly [string, string])[] =>
  request.many(flag).map((text) => {
    const cut = text.indexOf("=")
    const { fault } = context.texts
    if (cut < 1)
      return cannotRun({
        code: "usage/bad-pair",
        message: fault.badPair(`--${flag}`, text),
        expected: fault.pairExpected
      })
    return [text.slice(0, cut).trim(), text.slice(cut + 1).trim()]
  })

/** Returns what a command is to do: its first argument, one of its actions; without it the first of them. */
export const actionOf = <A extends string>(
  command: string,
  actions: readonly [A, ...A[]],
  request: Request,
  { texts, language }: Context
): A => {
  const word = request.arguments[0] ?? actions[0]
  const found = choiceMeant(word, actions)
  if (found !== undefined) return found
  return notAmong(
    { code: "usage/bad-choice", message: texts.frame.badChoice(command, word) },
    word,
    choicesIn(language, actions),
    texts.frame
  )
}
