/**
 * What a command is: its arguments, whether it is reported or decided, who may give it, and what it does; what is said of it stands in `text/<language>/command`.
 * Everything else that is said of commands is derived from these descriptions: the type, the check of arguments, the
 * keys of scenarios, the help of the command line, the reference page, and what is allowed.
 */
import type { CommandOf, Verb } from "../case/generated/Command.ts"
import type { RefusalReason } from "../case/Refusal.ts"
import type { Draft, Situation } from "../draft/Draft.ts"
import type { RuleId } from "../policy/Rule.ts"

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

export interface CommandArgument {
  readonly type: ArgumentType
  readonly required: boolean
  /** Its key in Chinese policies; absent where scenarios do not take it. */
  readonly key?: string
}

const argument =
  (required: boolean) =>
  (type: ArgumentType, key?: string): CommandArgument =>
    key === undefined ? { type, required } : { type, required, key }

export const must = argument(true)
export const may = argument(false)

/** The arguments of a command by which its permission may differ: which gate, clock, request or action is meant. */
export type PermissionTarget = Readonly<Partial<Record<"gate" | "clock" | "approval" | "name", string>>> & {
  readonly action?: number
}

/** A command as far as it is known: whole when it is given, its target alone when permissions are listed. */
export type Partly<V extends Verb> = { readonly do: V } & Partial<Omit<CommandOf<V>, "do">>

/**
 * What allows a case to demand less after a command: the right to give it (`own`), or a rule of the policy that names the
 * actor. `kept-back`: nothing does; since it takes down what others say it is not refused, but done without that.
 */
export type Reduces = "own" | "kept-back" | { readonly rule: RuleId }

export const own = (): "own" => "own"

export interface Description<V extends Verb = Verb> {
  readonly verb: V
  /** Its key in Chinese scenarios. */
  readonly key: string
  /** `reported` stands at the instant at which it happened, `decided` at its record; `told` is given by the engine alone. */
  readonly acts: "reported" | "decided" | "told"
  /** Up to which end of a case it is still taken: of the case, of its record, or beyond. */
  readonly until: "closed" | "expired" | "erased"
  readonly arguments: { readonly [K in Exclude<keyof CommandOf<V>, "do">]-?: CommandArgument }
  readonly example: CommandOf<V>
  /** Returns why this actor may not give it; empty = they may. Depends on the policy, the case and the actor alone. */
  readonly who: (situation: Situation, command: Partly<V>) => readonly RefusalReason[]
  /** Returns why it cannot be given now, whoever gives it and whatever its other arguments. */
  readonly now?: (situation: Situation, command: Partly<V>) => readonly RefusalReason[]
  /** Returns everything that it can be about here: one permission is listed for each. */
  readonly targets?: (situation: Situation) => readonly PermissionTarget[]
  /** Returns whether it is a next thing to do, where it may be given but seldom is. Default: it is. */
  readonly offered?: (situation: Situation, target: PermissionTarget) => boolean
  /** Returns what allows the case to demand less afterwards. Default: the authority to waive, to regrade or to extend. */
  readonly reduces?: (before: Situation, command: CommandOf<V>) => Reduces | undefined
  /** Does it, or returns why the rest of its arguments does not do. */
  readonly run: (draft: Draft, command: CommandOf<V>) => readonly RefusalReason[]
}

export const describe = <V extends Verb>(description: Description<V>): Description<V> => description
