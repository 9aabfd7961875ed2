/** `move`: moves open cases to another version of the policy, or to changed calendars. */
import { defined } from "@hearback/core"
import type { MovingCases } from "../../index.ts"
import { loadPolicy } from "../policy/PolicyFiles.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { movedText } from "../render/Move.ts"
import { refused } from "../render/Outcome.ts"
import { touchedLines } from "../render/TouchedCases.ts"
import { type Opened, staffOptions, withStore } from "../store/OpenStore.ts"
import { touchedByMove } from "../store/TouchedCases.ts"

/** The command `move`. */
export const command: CommandSpec = {
  name: "move",
  arguments: [{ name: "policy" }],
  options: [
    { flag: "--dry-run" },
    { flag: "--calendars" },
    { flag: "--case", value: "id", many: true },
    { flag: "--as", value: "id" },
    { flag: "--reason", value: "text" },
    { flag: "--key", value: "key" },
    ...staffOptions
  ],
  run: async (request, context) => {
    const [named] = request.arguments
    const isDry = request.has("dry-run")
    const missing = ["as", "reason"].find((flag) => request.one(flag) === undefined)
    if (!isDry && missing !== undefined)
      cannotRun({
        code: "usage/missing-option",
        message: context.texts.frame.optionMissing(`--${missing}`),
        help: context.texts.frame.seeHelp("move ")
      })
    const to = named === undefined ? undefined : loadPolicy(named, request.one("people"), context).policy.bundle
    // A dry run must not make the new version the one in force, on virtual time either.
    const opening = isDry || named === undefined ? { policy: undefined } : { policy: named, isMoving: true }
    return withStore(request, context, (opened) => move(opened, request, context, defined({ to })), opening)
  }
}

const move = async (
  opened: Opened,
  request: Request,
  context: CommandContext,
  to: MovingCases
): Promise<CommandOutput> => {
  const asked = request.many("case")
  const moving: MovingCases = {
    ...to,
    ...(request.has("calendars") ? { only: "calendars" } : {}),
    ...defined({ cases: asked.length === 0 ? undefined : asked })
  }
  const isDry = request.has("dry-run")
  const key = request.one("key")
  const answer = isDry
    ? await opened.loop.policy.preview(moving)
    : await opened.loop.policy.move({
        ...moving,
        by: request.one("as") ?? "",
        reason: request.one("reason") ?? "",
        ...defined({ key })
      })
  if (!answer.ok) return refused(answer.rejection, context)
  const moved = answer.cases
  // A given case that is closed, unknown or already moved.
  const left = asked.filter((id) => !moved.some((one) => one.case === id))
  const touched = isDry ? touchedByMove(moved, moved.length) : undefined
  return {
    exit: left.length === 0 && moved.every(({ rejection }) => rejection === undefined) ? 0 : 1,
    json: { dryRun: isDry, moved: plain(moved), left, ...(touched && { touched: plain(touched) }) },
    pretty: () => {
      const kinds = touched === undefined ? [] : touchedLines(touched, opened.policy, context)
      return (
        movedText(moved, left, isDry, opened.policy, opened.now, context) + kinds.map((line) => `${line}\n`).join("")
      )
    }
  }
}
