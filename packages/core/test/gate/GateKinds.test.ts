/** What the gate kinds do, one row for each, and what holds for all of them. */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import type { Command, Evidence, Says } from "../../src/case/generated/Command.ts"
import * as Gate from "../../src/case/track/Gate.ts"
import { clockName } from "../../src/case/track/Timer.ts"
import { gateFacts, registry } from "../../src/gate/registry.ts"
import type { GateRule } from "../../src/policy/Bundle.ts"
import { type GateKind, gateKinds } from "../../src/policy/GateKind.ts"
import { policy } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import type { GateWish } from "../../src/testing/Wishes.ts"
import { MON, TUE } from "../cases/complaint.ts"

const kinds = Object.keys(gateKinds) as readonly GateKind[]

/** What can be observed of a kind from outside. */
interface Row {
  /** The status of the gate after its smallest evidence, or why it is refused; `time`: no evidence passes it. */
  readonly example: string
  /** Why empty evidence is refused, or the status of the gate after it. */
  readonly empty: string
  /** The messages that the customer has then got, if the gate's message is `result`. */
  readonly heard: string
  /** Its status at once, if it is passed by the machine. */
  readonly automatic: "open" | "passed"
  /** The replies that it takes. */
  readonly replies: string
  /** The number of attempts that a message of staff counts as. */
  readonly attempts: number
  /** What its owner is offered at it when it opens. */
  readonly offered: string
  readonly facts: string
  readonly fills: string
}

const fields: Row = {
  example: "passed",
  empty: "passed",
  heard: "result",
  automatic: "open",
  replies: "",
  attempts: 0,
  offered: "pass",
  facts: "",
  fills: ""
}

const table: Readonly<Partial<Record<GateKind, Row>>> = {
  acknowledgement: { ...fields, automatic: "passed", facts: "speaks isReceipt" },
  classification: fields,
  containment: fields,
  record: { ...fields, automatic: "passed" },
  approval: fields,
  findings: { ...fields, empty: "findings/none" },
  correction: { ...fields, empty: "action/none", fills: "correction" },
  "root-cause": {
    ...fields,
    empty: "root-cause/depth root-cause/undecided",
    facts: "takesFailedChecks",
    fills: "root-cause"
  },
  prevention: {
    ...fields,
    example: "open",
    empty: "action/none",
    heard: "",
    facts: "brings=live",
    fills: "prevention prevention.live-since"
  },
  effectiveness: { ...fields, empty: "effectiveness/proof", facts: "brings=verified timers=observe:asked" },
  proposal: {
    ...fields,
    example: "open",
    empty: "proposal/none",
    replies: "agree counter refuse",
    facts: "speaks",
    fills: "proposal"
  },
  decision: { ...fields, empty: "decision/not-offered reason/missing", facts: "speaks", fills: "decision" },
  result: {
    ...fields,
    empty: "result/missing",
    automatic: "passed",
    facts: "speaks isAnswer",
    fills: "result shortfall"
  },
  confirmation: {
    ...fields,
    example: "time",
    empty: "confirmation/no-reply",
    heard: "confirmation-asked",
    replies: "satisfied dissatisfied",
    attempts: 1,
    offered: "reply",
    facts: "timers=silence:asked passed=confirmed lapsed=unconfirmed"
  }
}

const place = "loops.complaint.customer-loop.asked"

/** The options of a typical gate of each kind. */
const usual: Readonly<Partial<Record<GateKind, GateWish>>> = {
  confirmation: { by: ["customer", "owner"] },
  effectiveness: { proof: "metric" }
}

/** A complaint with one gate of the kind, and a last one that keeps the loop open. */
const opened = (kind: GateKind, more: GateWish = {}): TestDesk => {
  const asked: GateWish = { kind, tell: "result", ...usual[kind], ...more }
  const last: GateWish = { kind: "record", after: ["asked"], fields: ["report"] }
  const d = desk(policy({ only: [], gates: { asked, last }, clocks: {}, reopen: {} }))
  d.does(`${MON} 09:00`, "ann", submit())
  return d
}

const exampleOf = (kind: GateKind): Evidence | undefined => {
  const { example } = gateFacts[kind]
  const rule = { ...usual[kind], by: ["owner"] } as unknown as GateRule
  return example === undefined ? {} : example(rule, { by: "ann", today: TUE, isSystemic: false, words: () => "1" })
}

const passing = (evidence: Evidence): Command => ({ do: "pass", gate: "asked", ...evidence })

/** Returns the status of the gate after a command, or the codes for which it is refused. */
const tried = (d: TestDesk, command: Command, by = "ann"): string => {
  const { refusal } = d.send(`${MON} 10:00`, by, command).step
  return refusal === undefined ? d.gate("asked") : refusal.reasons.map(({ code }) => code).join(" ")
}

/** A gate at which its smallest evidence was shown, if evidence passes it. */
const shown = (kind: GateKind): TestDesk => {
  const d = opened(kind)
  const example = exampleOf(kind)
  if (example !== undefined) d.does(`${MON} 09:30`, "ann", passing(example))
  return d
}

const repliesTo = (kind: GateKind): readonly Says[] =>
  (["agree", "counter", "refuse", "satisfied", "dissatisfied"] as const).filter((says) => {
    if (gateFacts[kind].replies === undefined) return false
    return tried(shown(kind), { do: "reply", gate: "asked", says }, "carl") !== "reply/not-understood"
  })

const attemptsByWord = (kind: GateKind): number => {
  const d = opened(kind)
  const attempts = (): number => Gate.at(d.case().gates, "asked").attempts.length
  const before = attempts()
  d.does(`${MON} 09:30`, "ann", { do: "write", text: "a word" })
  return attempts() - before
}

/** Returns what is offered to whoever may pass it, by a command that is always refused. */
const offeredAt = (kind: GateKind): readonly string[] => {
  const { refusal } = opened(kind).send(`${MON} 10:00`, "ann", { do: "sign", gate: "none" }).step
  return (refusal?.allowed ?? []).flatMap((one) => (one.endsWith(" asked") ? [one.slice(0, -" asked".length)] : []))
}

const factsOf = (kind: GateKind): string => {
  const { evidence: _, replies: __, fills: ___, timers, outcome, ...rest } = gateFacts[kind]
  const plain = Object.entries(rest).flatMap(([name, value]) =>
    value === true ? [name] : typeof value === "string" ? [`${name}=${value}`] : []
  )
  const named = (timers?.("asked") ?? []).map((timer) => `timers=${clockName(timer)}`)
  const ends = (["passed", "lapsed"] as const).flatMap((status) => {
    const said = outcome?.({ ...Gate.at({}, "asked"), status })
    return said === undefined ? [] : [`${status}=${said}`]
  })
  return [...plain, ...named, ...ends].join(" ")
}

const seen = (kind: GateKind): Row => {
  const example = exampleOf(kind)
  const d = opened(kind)
  return {
    example: example === undefined ? "time" : tried(d, passing(example)),
    empty: tried(opened(kind), passing({})),
    heard: d
      .letters()
      .flatMap((letter) => (letter.endsWith(" to carl") ? [letter.slice(0, -" to carl".length)] : []))
      .join(" "),
    automatic: opened(kind, { by: ["automatic"] }).gate("asked") as Row["automatic"],
    replies: repliesTo(kind).join(" "),
    attempts: attemptsByWord(kind),
    offered: offeredAt(kind).join(" "),
    facts: factsOf(kind),
    fills: Object.keys(gateFacts[kind].fills ?? {}).join(" ")
  }
}

describe("what each gate kind does", () => {
  it.each(Object.keys(table) as readonly GateKind[])("%s", (kind) => {
    expect(seen(kind)).toEqual(table[kind])
  })
})

describe("findings", () => {
  it.each([
    ["", "findings/none"],
    ["  ", "findings/none"],
    ["nothing found", "passed"]
  ])("are said in words where no feedback names the case: %j leaves it at %s", (result, left) => {
    const d = opened("findings")
    expect(tried(d, passing({ result }))).toBe(left)
    if (left !== "passed") d.send(`${MON} 10:00`, "ann", passing({ result })).rejects(place)
  })
  it("are the feedback that names the case, and then need no words", () => {
    const d = opened("findings")
    const foundIn = { case: "A", channel: "media-watch" }
    d.does(`${MON} 09:30`, "ben", submit({ case: "B" }), { sameMatter: { contacts: 1, unanswered: 0, foundIn } }).emits(
      {
        event: "case-linked",
        as: "found-in",
        why: "channels.media-watch"
      }
    )
    expect(tried(d, passing({}))).toBe("passed")
  })
})

/** A wrong value in every field of evidence. */
const wrong: Required<Omit<Evidence, "fields">> = {
  category: "nowhere",
  actions: [{ what: "" }],
  method: "none",
  whys: [""],
  causes: { none: "" },
  cause: "systemic",
  evidence: [""],
  proof: "",
  proposal: "",
  decision: "none",
  reason: "",
  result: "",
  shortfall: "",
  until: "soon",
  publish: true
}

describe.each(kinds)("evidence of %s", (kind) => {
  const { required = [], asked = [], optional = [] } = gateFacts[kind].evidence
  const example = exampleOf(kind)

  it.runIf(example !== undefined)("needs each required field, and no optional one", () => {
    // If nothing was found, that has to be said.
    const isLeftOut = (name: string) => kind !== "findings" && optional.some((field) => field === name)
    const needed = Object.entries(example ?? {}).filter(([name]) => !isLeftOut(name))
    expect(tried(opened(kind), passing(Object.fromEntries(needed)))).toBe(tried(opened(kind), passing(example ?? {})))
    for (const field of required) {
      const { [field]: _, ...rest } = example ?? {}
      expect(tried(opened(kind), passing(rest)), field).toContain("/")
    }
  })
  it("may contain fields that the kind does not read, without effect", () => {
    const read = new Set<string>([...required, ...asked, ...optional])
    const others = Object.fromEntries(Object.entries(wrong).filter(([field]) => !read.has(field)))
    expect(tried(opened(kind), passing({ ...example, ...others }))).toBe(tried(opened(kind), passing(example ?? {})))
  })
})

describe("gate kinds", () => {
  it("are in one file each, under their own name", () => {
    const files = readdirSync(join(import.meta.dirname, "../../src/gate")).filter((name) => /^[A-Z]/.test(name))
    expect(files).toHaveLength(kinds.length)
    for (const kind of kinds) expect(registry[kind]).toMatchObject({ kind, facts: gateFacts[kind] })
  })
  it("fill different placeholders, and have different timers", () => {
    const placeholders = kinds.flatMap((kind) => Object.keys(gateFacts[kind].fills ?? {}))
    const timers = kinds.flatMap((kind) => (gateFacts[kind].timers?.("told") ?? []).map(clockName))
    expect(new Set([...placeholders, ...timers]).size).toBe(placeholders.length + timers.length)
  })
  it("are settled by the first reply that they take", () => {
    for (const kind of kinds) {
      const [says] = gateFacts[kind].replies ?? []
      if (says !== undefined) expect(tried(shown(kind), { do: "reply", says }, "carl")).toBe("passed")
    }
  })
})
