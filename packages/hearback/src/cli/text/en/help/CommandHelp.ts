/** What help says about one command. Flags are named without their dashes. */
import type { NameTexts } from "../word/Names.ts"

type CommandName = keyof NameTexts["commands"]

export interface CommandHelp {
  readonly summary: string
  readonly about: string
  readonly arguments: Readonly<Record<string, string>>
  readonly options: Readonly<Record<string, string>>
  readonly examples: readonly (readonly [line: string, says: string])[]
  /** What 0 and 1 mean here; 2 means the same everywhere. */
  readonly exits: readonly [yes: string, no: string]
}

type PolicyCommand =
  | "init"
  | "check"
  | "explain"
  | "fmt"
  | "pack"
  | "types"
  | "docs"
  | "diff"
  | "grade"
  | "test"
  | "simulate"
  | "backtest"

type RecordCommand = "verify" | "anchor" | "rebuild" | "db" | "work"

export type Helps = Readonly<Record<CommandName, CommandHelp>>
export type PolicyCommandHelp = Pick<Helps, PolicyCommand>
export type RecordCommandHelp = Pick<Helps, RecordCommand>
export type StoreCommandHelp = Omit<Helps, PolicyCommand | RecordCommand>
