/** `work`: ticks a store until it is interrupted, and answers probes over HTTP if a port is given. */
import { createServer, type Server } from "node:http"
import { defined } from "@hearback/core"
import { probeListener, probes, prometheus } from "../../http.ts"
import type { Loop } from "../../index.ts"
import { absolute } from "../file/Paths.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { countOf } from "../program/Values.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"

/** The command `work`. */
export const command: CommandSpec = {
  name: "work",
  arguments: [],
  options: [
    { flag: "--every", value: "n" },
    { flag: "--http", value: "n" },
    { flag: "--deliver-to", value: "folder" },
    ...staffOptions
  ],
  run: (request, context) => {
    const folder = request.one("deliver-to")
    const deliverTo = folder === undefined ? undefined : absolute(folder, context)
    const telemetry = prometheus()
    return withStore(request, context, (opened) => work(opened, telemetry, request, context), {
      telemetry,
      ...defined({ deliverTo })
    })
  }
}

const work = async (
  { loop, db }: Opened,
  metrics: ReturnType<typeof prometheus>,
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const { terminal, texts } = context
  const seconds = countOf(request, "every", context) ?? 10
  const port = countOf(request, "http", context)
  const handle = probes(loop, { metrics, notReadyFor: ["store/unavailable", "keys/unreadable", "time/not-told"] })
  const server = port === undefined ? undefined : await listening(probeListener(handle), port, context)
  loop.work({ everyMs: seconds * 1000 })
  const words = texts.report.work
  terminal.err(`${words.begun(db)}${port === undefined ? "" : words.answers(port)}\n`)
  await interrupted(terminal.interrupted)
  await ended(loop, server)
  return { exit: 0, json: { worked: true }, pretty: () => `${words.ended}\n` }
}

/**
 * Stops after the current work is finished. A second interruption ends the process at once, as the system does it.
 */
const ended = async (loop: Loop, server: Server | undefined): Promise<void> => {
  server?.close()
  server?.closeAllConnections()
  await loop.close()
}

const interrupted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener("abort", () => resolve(), { once: true })
  })

const listening = (
  listener: ReturnType<typeof probeListener>,
  port: number,
  { texts }: CommandContext
): Promise<Server> =>
  new Promise<Server>((resolve, reject) => {
    const server = createServer((request, response) => void listener(request, response))
    server.once("error", reject)
    // An invalid port throws here; a port in use is reported as an event.
    server.listen(port, () => resolve(server))
  }).catch((error: unknown) => cannotRun({ code: "usage/port", message: texts.fault.portTaken(port) }, error))
