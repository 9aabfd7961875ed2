/** What customers answered, and after how long. */
import { type Command, Deed, gateFacts, type Policy } from "@hearback/core"
import type { CustomerModel } from "@hearback/simulation"
import type { Doing } from "../record/CaseActs.ts"
import type { RecordedCase } from "../record/RecordedCase.ts"
import { empirical, half } from "./Empirical.ts"
import { type EstimatedPart, fewest } from "./EstimatedInputs.ts"

interface Asked {
  readonly since: number
  readonly says?: Command.Says
  readonly after?: number
}

/** Returns how customers answer; of a question that the policy never asks, nothing. */
export const replies = (cases: readonly RecordedCase[], policy: Policy.Policy): EstimatedPart<CustomerModel> => {
  const until = cases.reduce((latest, { doings }) => Math.max(latest, doings.at(-1)?.at ?? 0), 0)
  const kinds = new Set(policy.bundle.loops.flatMap((loop) => loop.gates.map(({ kind }) => kind)))
  const asks = (question: Deed.AskedQuestion): boolean =>
    [...kinds].some((kind) => gateFacts[kind].replies?.has(Deed.answers[question][0]) === true)
  const known = (["proposal", "confirmation"] as const).filter(asks).map((question) => ({
    question,
    asked: settled(
      cases.flatMap(({ doings }) => askedIn(doings, question)),
      until
    )
  }))
  const enough = known.filter(({ asked }) => answered(asked).length >= fewest)
  return {
    part: Object.fromEntries(enough.map(({ question, asked }) => [`${question}s`, habitOf(question, asked)])),
    estimated: enough.map(({ question, asked }) => ({
      of: question,
      count: asked.length,
      half: half(answered(asked))
    })),
    assumed: known.flatMap(({ question, asked }) => {
      const count = answered(asked).length
      return count >= fewest ? [] : [{ of: question, count }]
    })
  }
}

/** A question that is open where the record ends may still be answered: it is left out, unless no answer took so long. */
const settled = (asked: readonly Asked[], until: number): readonly Asked[] => {
  const longest = answered(asked).reduce((most, after) => Math.max(most, after), 0)
  return asked.filter(({ says, since }) => says !== undefined || until - since > longest)
}

const answered = (asked: readonly Asked[]): readonly number[] => asked.flatMap(({ after }) => after ?? [])

const habitOf = (question: Deed.AskedQuestion, asked: readonly Asked[]) => {
  const share = (says: Command.Says | undefined): number =>
    asked.filter((one) => one.says === says).length / asked.length
  return {
    delay: empirical(answered(asked)),
    ...Object.fromEntries(Deed.answers[question].map((says) => [says, share(says)])),
    silent: share(undefined)
  }
}

/** Returns each question that a customer was asked; asked again before they answered, it is the same question. */
const askedIn = (doings: readonly Doing[], question: Deed.AskedQuestion): readonly Asked[] => {
  const said: ReadonlySet<string> = new Set(Deed.answers[question])
  const found: Asked[] = []
  let since: number | undefined
  for (const { at, asked, answered: says } of doings) {
    if (asked === question) since ??= at
    if (says === undefined || !said.has(says) || since === undefined) continue
    found.push({ since, says, after: at - since })
    since = undefined
  }
  return since === undefined ? found : [...found, { since }]
}
