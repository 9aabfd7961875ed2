/** Reads values of flags: instants, numbers, pairs. A value that cannot be read is a fault that names the flag. */
import { Instant, type Zone } from "@hearback/core"
import { choiceMeant, choicesIn } from "./Choice.ts"
import type { CommandContext, Request } from "./Command.ts"
import { cannotRun } from "./Fault.ts"
import { notAmong } from "./Suggestion.ts"

/** Returns the instant of `--at`, or the current one without it. A local time needs the policy's zone. */
export const instantOf = (
  request: Request,
  context: CommandContext,
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

/**
 * Returns the instant of a flag that bounds a period. A date without a time is its beginning, or its end if it ends
 * the period.
 */
export const boundOf = (
  flag: "from" | "to",
  request: Request,
  zone: Zone.Zone,
  { texts }: CommandContext
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

/** The allowed numbers of a flag, as a test and in words. */
export interface Numbers {
  readonly fits: (value: number) => boolean
  readonly expected: string
}

/** Returns the number of a flag; undefined without the flag. Errors: it is no number, or not an allowed one. */
export const numberOf = (
  request: Request,
  flag: string,
  context: CommandContext,
  { fits, expected }: Numbers = { fits: () => true, expected: context.texts.fault.numberExpected }
): number | undefined => {
  const text = request.one(flag)
  if (text === undefined) return undefined
  const { fault, frame } = context.texts
  const value = text.trim() === "" ? Number.NaN : Number(text)
  if (Number.isFinite(value) && fits(value)) return value
  const say = Number.isFinite(value) ? frame.badChoice : fault.badNumber
  return cannotRun({ code: "usage/bad-number", message: say(`--${flag}`, text), expected })
}

/** Returns the count of a flag, a whole number from 1. */
export const countOf = (request: Request, flag: string, context: CommandContext): number | undefined =>
  numberOf(request, flag, context, {
    fits: (value) => Number.isSafeInteger(value) && value >= 1,
    expected: context.texts.fault.badCount
  })

/** Throws for flags that would have no effect beside another flag, or without it. */
export const refuse = (
  flags: readonly string[],
  where: "beside" | "without",
  other: string,
  request: Request,
  { texts: { fault } }: CommandContext
): void => {
  const found = flags.find((flag) => request.one(flag) !== undefined || request.has(flag))
  if (found === undefined) return
  const say = where === "beside" ? fault.notTogether : fault.notAlone
  cannotRun({ code: "usage/idle", message: say(`--${found}`, `--${other}`), help: fault.notTogetherHelp })
}

/** Returns the pairs `name=value` of a flag that can be given several times. */
export const pairsOf = (
  request: Request,
  flag: string,
  context: CommandContext
): readonly (readonly [string, string])[] =>
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

/** Returns the action of a command: its first argument, else the first of its actions. */
export const actionOf = <A extends string>(
  command: string,
  actions: readonly [A, ...A[]],
  request: Request,
  { texts, language }: CommandContext
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
