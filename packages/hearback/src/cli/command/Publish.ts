/**
 * `publish`: puts another version of the policy into force. It needs a person with authority and a reason, and is
 * recorded.
 */
import { Text } from "@hearback/core"
import type { PolicyVersion } from "../../index.ts"
import { absolute } from "../file/Paths.ts"
import { loadPolicy } from "../policy/PolicyFiles.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { plain } from "../program/PlainJson.ts"
import { refused } from "../render/Outcome.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"
import { localTime } from "../terminal/Times.ts"

/** The command `publish`. */
export const command: CommandSpec = {
  name: "publish",
  arguments: [{ name: "policy", required: true }],
  options: [
    { flag: "--as", value: "id", required: true },
    { flag: "--reason", value: "text", required: true },
    { flag: "--key", value: "key" },
    ...staffOptions
  ],
  run: async (request, context) => {
    // Errors prevent it; the person who publishes decides about warnings.
    const path = absolute(request.arguments[0] ?? "", context)
    const { findings } = loadPolicy(path, request.one("people"), context)
    if (findings !== "") context.terminal.err(findings)
    return withStore(request, context, (opened) => publish(opened, path, request, context), { isPublishing: true })
  }
}

const publish = async (
  opened: Opened,
  path: string,
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const { paint } = context
  const [by = "", reason = "", key] = [request.one("as"), request.one("reason"), request.one("key")]
  const answer = await opened.loop.policy.publish(path, { by, reason }, key === undefined ? {} : { key })
  if (!answer.ok) return refused(answer.rejection, context)
  return {
    exit: 0,
    json: { version: plain(answer.version) },
    pretty: () => `${paint("good", said(answer.version, opened, context))}\n`
  }
}

const said = (
  { content, state, effective }: PolicyVersion,
  { policy, now }: Opened,
  { texts, language }: CommandContext
): string => {
  const words = texts.report.publish
  const version = content.slice(0, 8)
  if (state === "asked")
    return words.asked(version, Text.form(language).list.join(policy.bundle.authority.publish?.signOff ?? []))
  if (effective !== undefined) return words.next(version, localTime(effective.getTime(), policy.zone, now, language))
  return words.inForce(version)
}
