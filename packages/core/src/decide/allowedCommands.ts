/** Which commands an actor may give now: for the buttons of a user interface, and for the alternatives of a refusal. */
import type { Verb } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import type { PermissionTarget } from "../command/Description.ts"
import { registry } from "../command/registry.ts"
import type { Situation } from "../draft/Draft.ts"
import { against, againstActor, descriptionOf } from "./permission.ts"

/** Whether one command may be given now; for each gate, clock, request or action if the command takes one. */
export interface CommandPermission extends PermissionTarget {
  readonly command: Verb
  readonly allowed: boolean
  /** Why it may not, each with the rule of the policy that says so. */
  readonly reasons: readonly RefusalReason[]
  /** Whether it is a next step on the case; a host shows such commands first. */
  readonly offered: boolean
}

const given = (Object.keys(registry) as Verb[]).filter((verb) => descriptionOf({ do: verb }).acts !== "told")

/**
 * Returns a permission for each command that people give, and for each target that the command can have on this case.
 */
export const permissions = (situation: Situation): readonly CommandPermission[] => {
  const actor = againstActor(situation)
  return given.flatMap((verb) => permissionsOf(situation, verb, actor))
}

const nothing: readonly PermissionTarget[] = [{}]

const permissionsOf = (
  situation: Situation,
  verb: Verb,
  actor: ReturnType<typeof againstActor>
): readonly CommandPermission[] => {
  if (verb === "join" || (verb === "submit") !== (situation.state.version === 0)) return []
  const { targets, offered } = descriptionOf({ do: verb })
  return (targets?.(situation) ?? nothing).map((target) => {
    const { standing, who, now } = against(situation, { do: verb, ...target } as never, actor)
    const reasons = standing.length > 0 ? standing : now.length === 0 ? who : [...who, ...now]
    const allowed = reasons.length === 0
    return { command: verb, ...target, allowed, reasons, offered: allowed && (offered?.(situation, target) ?? true) }
  })
}

/** Returns the commands that are offered, each with its gate if it has one. */
export const allowed = (situation: Situation): readonly string[] => [
  ...new Set(
    permissions(situation).flatMap(({ command, gate, offered }) =>
      !offered ? [] : gate === undefined || !isNamedByGate(command) ? [command] : [`${command} ${gate}`]
    )
  )
]

/** Returns whether a permission is named by its gate. Waiving is one authority for all gates, so it is not. */
const isNamedByGate = (command: Verb): boolean => command !== "waive"
