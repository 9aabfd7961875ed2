/** What an actor could do now: the buttons of a desk, and what a refusal offers instead. */
import type { Verb } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import type { PermissionTarget } from "../command/Description.ts"
import { registry } from "../command/registry.ts"
import type { Situation } from "../draft/Draft.ts"
import { against, againstActor, descriptionOf } from "./permission.ts"

/** Whether one command may be given now, per gate, clock, request or action where it takes one. */
export interface CommandPermission extends PermissionTarget {
  readonly command: Verb
  readonly allowed: boolean
  /** Why not, each with the line of the policy that says so. */
  readonly reasons: readonly RefusalReason[]
  /** It is a next thing to do here: a host shows it first. */
  readonly offered: boolean
}

const given = (Object.keys(registry) as Verb[]).filter((verb) => descriptionOf({ do: verb }).acts !== "told")

/** Returns a permission for each command that people give and everything that it can be about on this case. */
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

/** Returns the names of what is offered: the command, with the gate that it is about where there is one. */
export const allowed = (situation: Situation): readonly string[] => [
  ...new Set(
    permissions(situation).flatMap(({ command, gate, offered }) =>
      !offered ? [] : gate === undefined || !isNamedByGate(command) ? [command] : [`${command} ${gate}`]
    )
  )
]

/** A gate is waived by authority over all of them; everything else at a gate is a thing of its own. */
const isNamedByGate = (command: Verb): boolean => command !== "waive"
