/** Finds the mapping of a log: a file, or the standard mapping of XES logs. */
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

/** Reads the given mapping. Errors: a missing mapping that the log needs, errors in the mapping. */
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
