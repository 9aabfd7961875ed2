/** What stands around findings as a person reads them. */
import type { FindingLevel } from "../../../diagnostic/text/Entry.ts"

export const report = {
  level: { error: "error", warning: "warning", info: "info" } satisfies Record<FindingLevel, string>,
  witness: "for example ",
  help: "help: ",
  fix: "fix: ",
  applies: "`hearback check --fix` applies it"
}
