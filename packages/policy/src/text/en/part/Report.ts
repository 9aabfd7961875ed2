/** What stands around findings as a person reads them. */
import type { Level } from "../../../diagnostic/text/Entry.ts"

export const report = {
  level: { error: "error", warning: "warning", info: "info" } satisfies Record<Level, string>,
  witness: "for example ",
  help: "help: ",
  fix: "fix: ",
  applies: "`hearback check --fix` applies it"
}
