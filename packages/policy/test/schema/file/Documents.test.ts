import { describe, expect, it } from "vitest"
import type { FileKind } from "../../../src/outline/Outline.ts"
import { parseYaml } from "../../../src/parse/YamlParser.ts"
import type { LogMappingDocument } from "../../../src/schema/file/Log.ts"
import type { MappingDocument } from "../../../src/schema/file/Mapping.ts"
import type { PeopleDocument } from "../../../src/schema/file/People.ts"
import type { PolicyDocument } from "../../../src/schema/file/Policy.ts"
import type { ScenarioDocument } from "../../../src/schema/file/Scenario.ts"
import type { SimulationDocument } from "../../../src/schema/file/Simulation.ts"
import { checkShape } from "../../../src/shape/Check.ts"

const policy: PolicyDocument = {
  hearback: 1,
  policy: "shop",
  language: "en",
  roles: { agent: { title: { en: "Agent", "zh-CN": "客服" } }, clerk: "removed" },
  grading: {
    urgency: {
      levels: ["urgent", "routine"],
      // biome-ignore lint/suspicious/noThenProperty: `then` is a word of the language; nothing awaits this row
      rules: [{ when: { emotion: "furious", amount: ">= 3" }, then: "urgent" }, { otherwise: "routine" }]
    }
  },
  loops: {
    complaint: { "customer-loop": { told: { needs: "result", within: { urgent: "4 hours", otherwise: "2 days" } } } }
  },
  events: { also: ["delivered"] }
}
const people: PeopleDocument = { hearback: 1, people: { amir: { roles: ["agent"], away: "2026-11-23" } } }
const scenarios: ScenarioDocument = {
  hearback: 1,
  policy: "shop.policy.yaml",
  scenarios: [{ scenario: "one", steps: [{ at: "+2 hours", expect: { A: { gates: { told: "passed" } }, sent: [] } }] }]
}
const mapping: MappingDocument = { hearback: 1, verbatim: "text" }
const log: LogMappingDocument = {
  hearback: 1,
  mapping: "Tickets",
  columns: { case: "id", at: "changed" },
  events: {
    Solved: "told",
    Waiting: { pause: "waiting-on-customer" },
    Working: { work: "told" },
    Yes: { reply: "agree" }
  },
  values: { channel: { Telephone: "phone" } }
}

const simulation: SimulationDocument = {
  hearback: 1,
  simulation: "one",
  policy: "shop.policy.yaml",
  work: { times: [{ gate: "told", takes: { "half-within": "20 minutes", "ninety-within": "1 hour" } }] },
  staff: { people: { agent: { count: 3, roles: "agent", sickness: { "per-year": 3, lasts: ["1 day", "3 days"] } } } }
}

describe("a document of the TypeScript type", () => {
  it.each<[FileKind, unknown]>([
    ["policy", policy],
    ["people", people],
    ["scenario", scenarios],
    ["mapping", mapping],
    ["simulation", simulation],
    ["log", log]
  ])("has the shape of its file: %s", (kind, document) => {
    const { tree } = parseYaml({ path: "f", text: JSON.stringify(document) })
    expect(tree && checkShape(tree, kind).map(({ message }) => message.en)).toEqual([])
  })
})
