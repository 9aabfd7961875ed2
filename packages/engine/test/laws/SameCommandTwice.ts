/** Law: the same command id gives the same answer and no second event, at once or after everything else. */

import { canonical } from "@hearback/core"
import type { AppendedAnswer } from "../../src/decide/Cases.ts"
import type { ArrivalOutcome } from "../../src/intake/ArrivalProcessing.ts"
import type { Json } from "../../src/port/Event.ts"
import { type EngineLaw, givenIn, startEngine } from "./EngineLife.ts"

/** Returns what a caller is told, without whether it is a repetition. */
const told = (answer: ArrivalOutcome | AppendedAnswer): string => {
  if ("outcome" in answer)
    return JSON.stringify("case" in answer ? [answer.outcome, answer.case] : [answer.outcome, answer.id, answer.reason])
  const { version, events, refusal } = answer
  const stored = events.map((one) => [one.stored.stream, one.stored.version])
  return canonical([version, stored, (refusal ?? null) as unknown as Json])
}

/** The law of repeated commands. */
export const sameCommandTwice: EngineLaw = {
  name: "same-command-twice",
  violation: async (make, history) => {
    const { engine, give, store } = await startEngine(await make(), history)
    const position = async (): Promise<number> => (await store.status("default")).position
    const answers: (readonly [() => Promise<ArrivalOutcome | AppendedAnswer>, string, string])[] = []
    for (const one of givenIn(history)) {
      const first = told(await give(one))
      answers.push([() => give(one), first, `${one.key} ${one.sent.command.do}`])
      const before = await position()
      const again = told(await give(one))
      if (again !== first) return `${one.key} ${one.sent.command.do} gave ${first}, and then ${again}`
      if ((await position()) !== before) return `${one.key} ${one.sent.command.do} was stored twice`
    }
    const before = await position()
    for (const [again, first, name] of answers.toReversed()) {
      const answer = told(await again())
      if (answer !== first) return `${name} gave ${first}, and in the end ${answer}`
    }
    if ((await position()) !== before) return "what was asked again in the end was stored again"
    return (await engine.audit.verify()).ok ? undefined : "the record does not verify"
  }
}
