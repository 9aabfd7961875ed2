import type { Load } from "./ProgramRun.ts"
import type { CommandSpec } from "./program/Command.ts"
import type { CommandName } from "./text/Names.ts"

/** Loaders of the commands. Each is loaded on demand, so that `--help` and `check` do not wait for a database. */
export const commands: Readonly<Record<CommandName, () => Promise<{ readonly command: CommandSpec }>>> = {
  init: () => import("./command/Init.ts"),
  check: () => import("./command/Check.ts"),
  explain: () => import("./command/Explain.ts"),
  fmt: () => import("./command/Fmt.ts"),
  pack: () => import("./command/Pack.ts"),
  types: () => import("./command/Types.ts"),
  docs: () => import("./command/Docs.ts"),
  diff: () => import("./command/Diff.ts"),
  grade: () => import("./command/Grade.ts"),
  test: () => import("./command/Test.ts"),
  simulate: () => import("./command/Simulate.ts"),
  backtest: () => import("./command/Backtest.ts"),
  ingest: () => import("./command/Ingest.ts"),
  worklist: () => import("./command/Worklist.ts"),
  list: () => import("./command/List.ts"),
  case: () => import("./command/Case.ts"),
  act: () => import("./command/Act.ts"),
  customer: () => import("./command/Customer.ts"),
  tick: () => import("./command/Tick.ts"),
  measures: () => import("./command/Measures.ts"),
  review: () => import("./command/Review.ts"),
  publish: () => import("./command/Publish.ts"),
  versions: () => import("./command/Versions.ts"),
  move: () => import("./command/Move.ts"),
  quarantine: () => import("./command/Quarantine.ts"),
  undelivered: () => import("./command/Undelivered.ts"),
  erase: () => import("./command/Erase.ts"),
  verify: () => import("./command/Verify.ts"),
  anchor: () => import("./command/Anchor.ts"),
  rebuild: () => import("./command/Rebuild.ts"),
  db: () => import("./command/Db.ts"),
  work: () => import("./command/Work.ts")
}

/** Loads one command. */
export const load: Load = async (name) => ({
  ...(await commands[name]()),
  parse: (await import("./program/CommandLine.ts")).parse
})
