/** `tick`: tells the engine the time. Messages are sent only if a folder for them is given. */
import { defined, Instant } from "@hearback/core"
import { isHearbackError } from "../../index.ts"
import { absolute } from "../file/Paths.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { instantOf } from "../program/Values.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"
import { localDue } from "../terminal/Times.ts"
import { flagCalled } from "../text/Names.ts"

/** The command `tick`. */
export const command: CommandSpec = {
  name: "tick",
  arguments: [],
  options: [{ flag: "--at", value: "instant" }, { flag: "--deliver-to", value: "folder" }, ...staffOptions],
  run: (request, context) => {
    const folder = request.one("deliver-to")
    const deliverTo = folder === undefined ? undefined : absolute(folder, context)
    return withStore(request, context, (opened) => tick(opened, request, context), defined({ deliverTo }))
  }
}

const tick = async (
  { loop, policy, now }: Opened,
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const at = instantOf(request, context, policy.zone, now)
  const done = await all(loop, request.one("at") === undefined ? undefined : at, context)
  const { fired, sent, nextDue } = done
  const { paint, texts, language } = context
  const words = texts.report.tick
  const { waiting } = (await loop.health()).outbox
  const deliveredTo = request.one("deliver-to")
  return {
    exit: 0,
    json: {
      at: Instant.renderIso(at),
      fired,
      sent,
      waiting,
      deliveredTo: deliveredTo ?? null,
      nextDue: nextDue?.toISOString() ?? null
    },
    pretty: () =>
      [
        `${words.done(fired, sent)}${sent > 0 ? `  ${paint("dim", `→ ${deliveredTo}/`)}` : ""}`,
        ...(deliveredTo === undefined && waiting > 0 ? [words.waiting(waiting)] : []),
        paint(
          "dim",
          nextDue === undefined ? words.nothing : words.next(localDue(nextDue.getTime(), policy.zone, at, language))
        ),
        ""
      ].join("\n")
  }
}

type Ticked = Awaited<ReturnType<Opened["loop"]["tick"]>>

/** Ticks until nothing is due any more, because one tick has a time budget. */
const all = async (loop: Opened["loop"], at: number | undefined, context: CommandContext): Promise<Ticked> => {
  let [fired, sent] = [0, 0]
  for (;;) {
    context.terminal.interrupted.throwIfAborted()
    const ticked = await once(loop, at, context)
    fired += ticked.fired
    sent += ticked.sent
    context.progress.tell({ fired, sent }, () => context.texts.report.tick.done(fired, sent))
    if (!ticked.more || ticked.fired + ticked.sent === 0) return { ...ticked, fired, sent }
  }
}

const once = async (
  loop: Opened["loop"],
  at: number | undefined,
  { texts, language }: CommandContext
): Promise<Ticked> => {
  try {
    return await loop.tick(defined({ at: at === undefined ? undefined : new Date(at) }))
  } catch (error) {
    if (!isHearbackError(error, "time/in-the-future")) throw error
    return cannotRun({
      code: "time/in-the-future",
      message: texts.fault.futureTick,
      place: flagCalled("--at", language),
      help: texts.fault.futureTickHelp
    })
  }
}
