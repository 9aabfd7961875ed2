/** `case`: shows the state of one case, or explains it. */

import { isHearbackError } from "../../index.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { notAmong } from "../program/Suggestion.ts"
import { instantOf } from "../program/Values.ts"
import { caseText, whyText } from "../render/Case.ts"
import { clockText } from "../render/Clock.ts"
import { actorOf, nameOf } from "../store/Actor.ts"
import { clockMeant, clocksOf } from "../store/CaseNames.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"

/** The command `case`. */
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

const show = async (
  { loop, policy, now: storeNow }: Opened,
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const id = request.arguments[0] ?? ""
  const actor = actorOf(request, context)
  const desk = actor === undefined ? loop : loop.for({ actor })
  const now = instantOf(request, context, policy.zone, storeNow)
  const view = await desk.get(id)
  if (view === undefined) return unknownCase(id, loop, context)
  const said = request.one("clock")
  if (said !== undefined) {
    const clock = clockMeant(view, said, policy)
    const explanation = await loop.explain(id, { clock })
    if (explanation.clock === undefined) return unknownClock(said, clocksOf(view), context)
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

/** Returns the answer for a missing case. The id can be an entry of quarantine. */
export const unknownCase = async (
  id: string,
  loop: Opened["loop"],
  { paint, texts }: CommandContext
): Promise<CommandOutput> => {
  const { noSuchCase, inQuarantine, inQuarantineHelp } = texts.fault
  const isWaiting = (await loop.quarantine.list()).some((entry) => entry.id === id)
  const message = isWaiting ? inQuarantine(id) : noSuchCase(id)
  const help = isWaiting ? { help: inQuarantineHelp(id) } : {}
  return {
    exit: 1,
    json: { error: { code: "case/unknown", message, ...help } },
    pretty: () => [paint("bad", message), ...Object.values(help), ""].join("\n")
  }
}

/** Returns whether an error means that the case does not exist. */
export const isUnknownCase = (error: unknown): boolean => isHearbackError(error, "case/unknown")

const unknownClock = (name: string, known: readonly string[], { texts }: CommandContext): never => {
  return notAmong({ code: "clock/unknown", message: texts.fault.noClock(name) }, name, known, texts.frame)
}
