/** What is said of commands: what each does, and what its arguments mean. */
import type { CommandOf, Verb } from "../../case/generated/Command.ts"

export type CommandTexts<Some extends Verb> = {
  readonly [V in Some]: {
    readonly says: string
    readonly arguments: { readonly [Name in Exclude<keyof CommandOf<V>, "do">]-?: string }
  }
}
