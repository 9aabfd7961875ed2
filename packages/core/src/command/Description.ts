/**
 * What a command is: its arguments, whether it is reported or decided, who may give it, and what it does. Its texts
 * stand in `text/<language>/command`.
 *
 * Everything else about commands is derived from these descriptions: the type, the check of arguments, the keys of
 * scenarios, the help of the command line, the reference page, and what is allowed.
 */
import type { CommandOf, Verb } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import type { Draft, Situation } from "../draft/Draft.ts"
import type { RuleId } from "../policy/Rule.ts"

/** The type of a command's argument; a list holds the words that are allowed. */
export type ArgumentType =
  | "text"
  | "number"
  /** A number in the policy's units, or text with its unit: `"1200 CNY"`, `10%`. */
  | "amount"
  | "texts"
  | "yes-no"
  | "facts"
  | "actions"
  | "causes"
  /** Where a customer is reached, by channel. */
  | "addresses"
  | "language"
  /** Milliseconds since 1970. */
  | "instant"
  /** What a classifier of the host makes of the words. */
  | "suggestion"
  /** The case that another one came out of. */
  | "origin"
  /** When it was answered and closed before it came here. */
  | "history"
  | readonly string[]

/** An argument of a command. */
export interface CommandArgument {
  readonly type: ArgumentType
  readonly required: boolean
  /** Its key in Chinese policies; absent if scenarios do not take it. */
  readonly key?: string
}

const argument =
  (required: boolean) =>
  (type: ArgumentType, key?: string): CommandArgument =>
    key === undefined ? { type, required } : { type, required, key }

/** Returns an argument that is required, of a type and with a Chinese key. */
export const must = argument(true)
/** Returns an argument that is optional, of a type and with a Chinese key. */
export const may = argument(false)

/** The arguments on which a permission may depend: the gate, clock, request or action that a command concerns. */
export type PermissionTarget = Readonly<Partial<Record<"gate" | "clock" | "approval" | "name", string>>> & {
  readonly action?: number
}

/** A command as far as it is known: all of it when it is given, only its target when permissions are listed. */
export type Partly<V extends Verb> = { readonly do: V } & Partial<Omit<CommandOf<V>, "do">>

/**
 * What allows a command to remove demands: the right to give it (`own`), or a rule of the policy that names the actor.
 * `kept-back`: nothing allows it. The command reports what others say, so it is not refused; it is done without the
 * part that removes demands.
 */
export type Reduces = "own" | "kept-back" | { readonly rule: RuleId }

/** Says that the right to give the command also allows it to remove demands. */
export const own = (): "own" => "own"

/** The description of one command: its arguments, who may give it, and what it does. */
export interface Description<V extends Verb = Verb> {
  readonly verb: V
  /** Its key in Chinese scenarios. */
  readonly key: string
  /** `reported`: it takes effect when it happened. `decided`: when it is recorded. `told`: only the engine gives it. */
  readonly acts: "reported" | "decided" | "told"
  /** Until when the case accepts it: until it is closed, its record has expired, or beyond (`erased`). */
  readonly until: "closed" | "expired" | "erased"
  readonly arguments: { readonly [K in Exclude<keyof CommandOf<V>, "do">]-?: CommandArgument }
  readonly example: CommandOf<V>
  /** Returns why this actor may not give it; empty if they may. Depends on the policy, the case and the actor only. */
  readonly who: (situation: Situation, command: Partly<V>) => readonly RefusalReason[]
  /** Returns why nobody can give it now, with whatever other arguments. */
  readonly now?: (situation: Situation, command: Partly<V>) => readonly RefusalReason[]
  /** Returns every target that it can have on this case. One permission is listed for each. */
  readonly targets?: (situation: Situation) => readonly PermissionTarget[]
  /**
   * Returns whether it is shown as a next step. A command that may be given but seldom is returns false. Default: true.
   */
  readonly offered?: (situation: Situation, target: PermissionTarget) => boolean
  /** Returns what allows it to remove demands. Default: the authority to waive, to regrade or to extend. */
  readonly reduces?: (before: Situation, command: CommandOf<V>) => Reduces | undefined
  /** Does the command, or returns why its other arguments are refused. */
  readonly run: (draft: Draft, command: CommandOf<V>) => readonly RefusalReason[]
}

/** Returns the description of a command, with its type checked. */
export const describe = <V extends Verb>(description: Description<V>): Description<V> => description
