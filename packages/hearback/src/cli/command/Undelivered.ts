/** `undelivered`: lists messages that could not be delivered, and tries them again. */
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { actionOf } from "../program/Values.ts"
import { undeliveredText } from "../render/Undelivered.ts"
import { type Opened, storeOptions, withStore } from "../store/OpenStore.ts"

const verbs = ["list", "retry"] as const

/** The command `undelivered`. */
export const command: CommandSpec = {
  name: "undelivered",
  arguments: [{ name: "action" }, { name: "ids", many: true }],
  options: [{ flag: "--all" }, ...storeOptions],
  run: async (request, context) => {
    const verb = actionOf("undelivered", verbs, request, context)
    return await withStore(
      request,
      context,
      (opened) => (verb === "list" ? list(opened, context) : retry(opened, request, context)),
      { withoutStaff: true }
    )
  }
}

const list = async ({ loop, policy }: Opened, context: CommandContext): Promise<CommandOutput> => {
  const messages = await loop.undelivered.list()
  return { exit: 0, json: { messages: plain(messages) }, pretty: () => undeliveredText(messages, policy, context) }
}

const retry = async ({ loop }: Opened, request: Request, context: CommandContext): Promise<CommandOutput> => {
  const { paint, texts } = context
  const known = (await loop.undelivered.list()).map(({ id }) => id)
  const ids = request.has("all") ? known : request.arguments.slice(1)
  if (ids.length === 0 && !request.has("all"))
    return cannotRun({
      code: "usage/missing-argument",
      message: texts.fault.needsMessages,
      help: texts.frame.seeHelp("undelivered ")
    })
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown !== undefined) {
    const message = texts.fault.noSuchMessage(unknown)
    return {
      exit: 1,
      json: { error: { code: "message/unknown", message } },
      pretty: () => `${paint("bad", message)}\n`
    }
  }
  const retried = await loop.undelivered.retry(ids)
  return { exit: 0, json: { retried }, pretty: () => `${paint("good", texts.report.undelivered.again(retried))}\n` }
}
