/** The mapping of a log: a file, or for an XES log what every one has. */
import type { LogMapping } from "@hearback/backtest"
import type { Policy } from "@hearback/core"
import { readLogMapping } from "@hearback/policy"
import { isXes } from "../../runtime/Xes.ts"
import { bytesOf } from "../file/Bytes.ts"
import { absolute, shortPath } from "../file/Paths.ts"
import { broken } from "../policy/PolicyFiles.ts"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"

const plainXes = "hearback: 1\nmapping: XES\npreset: xes\n"

/** Reads the mapping named. Errors: none for a log that needs one, errors in it. */
export const mappingFor = (
  log: string,
  named: string | undefined,
  { bundle }: Policy.Policy,
  context: CommandContext
): LogMapping => {
  const { noMap, noMapHelp } = context.texts.backtest
  if (named === undefined && !isXes(log))
    return cannotRun({ code: "usage/no-mapping", message: noMap, help: noMapHelp })
  const path = absolute(named ?? log, context)
  const file = { path: shortPath(path, context), text: named === undefined ? plainXes : bytesOf(path, context) }
  const { mapping, diagnostics } = readLogMapping(file, bundle, isXes(log) ? "xes" : "csv")
  return mapping ?? broken(path, diagnostics, context)
}
