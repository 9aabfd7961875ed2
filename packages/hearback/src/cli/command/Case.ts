/** `case`: one case as it stands, or how it came to this. */

import { isHearbackError } from "../../index.ts"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { notAmong } from "../program/Suggestion.ts"
import { instantOf } from "../program/Values.ts"
import { caseText, whyText } from "../render/Case.ts"
import { clockText } from "../render/Clock.ts"
import { actorOf, nameOf } from "../store/Actor.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"

export const command: CommandSpec = {
  name: "case",
  arguments: [{ name: "id", required: true }],
  options: [
    { flag: "--why" },
    { flag: "--clock", value: "name" },
    { flag: "--all" },
    { flag: "--as", value: "id" },
    { flag: "--as-customer", value: "id" },
    { flag: "--at", value: "instant" },
    ...staffOptions
  ],
  run: (request, context) =>
    withStore(request, context, (opened) => show(opened, request, context), { withoutStaff: true })
}

const show = async ({ loop, policy, now: storeNow }: Opened, request: Request, context: Context): Promise<Answer> => {
  const id = request.arguments[0] ?? ""
  const actor = actorOf(request, context)
  const desk = actor === undefined ? loop : loop.for({ actor })
  const now = instantOf(request, context, policy.zone, storeNow)
  const view = await desk.get(id)
  if (view === undefined) return unknownCase(id, context)
  const clock = request.one("clock")
  if (clock !== undefined) {
    const explanation = await loop.explain(id, { clock })
    if (explanation.clock === undefined)
      return unknownClock(clock, [...new Set([...view.clocks, ...view.waits].map(({ name }) => name))], context)
    return {
      exit: 0,
      json: plain({ case: view, clock: explanation.clock ?? null, lines: explanation.lines }) as {
        readonly [key: string]: Json
      },
      pretty: () => clockText(view, explanation, { name: clock, all: request.has("all") }, policy, now, context)
    }
  }
  if (!request.has("why"))
    return { exit: 0, json: { case: plain(view) }, pretty: () => caseText(view, policy, now, nameOf(actor), context) }
  const { lines } = await loop.explain(id)
  return {
    exit: 0,
    json: { case: plain(view), why: plain(lines) },
    pretty: () => caseText(view, policy, now, nameOf(actor), context) + whyText(lines, policy, now, context)
  }
}

/** Returns the answer to a case that is not there. */
export const unknownCase = (id: string, { paint, texts }: Context): Answer => ({
  exit: 1,
  json: { error: { code: "case/unknown", message: texts.fault.noSuchCase(id) } },
  pretty: () => `${paint("bad", texts.fault.noSuchCase(id))}\n`
})

/** Says whether something thrown means that there is no such case. */
export const isUnknownCase = (error: unknown): boolean => isHearbackError(error, "case/unknown")

const unknownClock = (name: string, known: readonly string[], { texts }: Context): never => {
  return notAmong({ code: "clock/unknown", message: texts.fault.noClock(name) }, name, known, texts.frame)
}
