/** Uses a name of each entry point as a host does, so that a compiler checks the declarations of all of them. */
import {
  type CaseView,
  Hearback,
  isHearbackError,
  type Loop,
  memory,
  type OpenOptions,
  orThrow,
  type Store
} from "hearback"
import { type Channel, consoleChannel, fileChannel } from "hearback/channels"
import { register, storeLaws } from "hearback/laws"
import { judge, type SimulationReport, simulate } from "hearback/simulation"
import { type SqliteOptions, sqlite } from "hearback/sqlite"
import { given, runScenarioFile, type ScenarioFileResult, testLoop } from "hearback/testing"
import { type ScenariosPlugin, scenarios } from "hearback/vitest/config"

const store: Store = Math.random() > 2 ? sqlite("loop.db", {} satisfies SqliteOptions) : memory()
const channels: readonly Channel[] = [consoleChannel(), fileChannel("outbox")]
const options: OpenOptions = { policy: "policy.yaml", store, channels }

/** Uses `hearback`. */
export const work = async (): Promise<CaseView | undefined> => {
  const loop: Loop = await Hearback.open(options)
  try {
    const receipt = await loop.submit({ channel: "email", customer: "C-17", verbatim: "My invoice is wrong." })
    orThrow(await loop.execute(receipt.case, { do: "compensate", amount: "1200 CNY", reason: "third error" }))
    for await (const event of loop.events({ case: receipt.case })) console.log(event.event)
    return await loop.get(receipt.case)
  } catch (error) {
    if (isHearbackError(error, "store/unavailable")) return undefined
    throw error
  } finally {
    await loop.close()
  }
}

/** Uses `hearback/testing`. */
export const tested = async (): Promise<readonly [ScenarioFileResult, unknown]> => [
  await runScenarioFile("policy.scenario.yaml"),
  await testLoop("policy.yaml", { at: "2026-11-16 09:00" })
]
/** Uses `hearback/testing` with single steps. */
export const built = given("policy.yaml", { at: "2026-11-16 09:00" }).submit("A", { channel: "email" })
/** Uses `hearback/vitest`. */
export const plugins: readonly ScenariosPlugin[] = [scenarios()]

/** Uses `hearback/simulation`. */
export const simulated = async (): Promise<boolean> => {
  const report: SimulationReport = await simulate({ policy: "policy.yaml", weeks: 1, work: { rework: "5%" } })
  return judge(report.clock("agreed"), { atLeast: 0.9 }).ok
}

/** Uses `hearback/laws`. */
export const laws: readonly string[] = storeLaws.map(({ name }) => name)
/** Uses the function that registers laws. */
export const check: typeof register = register
