/** Which evidence each gate takes, and what it says is missing: one test for each row, by the gate's kind. */
import { describe, expect, it } from "vitest"
import * as Conclusion from "../../src/case/Conclusion.ts"
import { nothingGathered } from "../../src/case/Gathered.ts"
import type { Evidence } from "../../src/case/generated/Command.ts"
import * as Gate from "../../src/case/track/Gate.ts"
import { situationOf } from "../../src/decide/situation.ts"
import type { GateSituation } from "../../src/draft/Situation.ts"
import { evidenceForm } from "../../src/gate/evidenceForm.ts"
import { registry } from "../../src/gate/registry.ts"
import type { GateRule } from "../../src/policy/Bundle.ts"
import type { GateKind } from "../../src/policy/GateKind.ts"
import { actor, days, people, policy } from "../../src/testing/Build.ts"
import { desk, instant, submit } from "../../src/testing/Spec.ts"
import { spokenConclusion } from "../../src/text/phrase/Words.ts"
import { MON } from "../cases/complaint.ts"

const d = desk(policy())
d.does(`${MON} 09:00`, "ann", submit())
const at = instant(`${MON} 10:00`)
const opened = situationOf(policy(), d.case(), {
  actor: actor("ann"),
  at,
  gathered: { ...nothingGathered, people }
})

type More = { readonly window?: "running" | "met"; readonly actions?: number }

/** Returns the answer of a gate to evidence, as `code says`. */
const said = (kind: GateKind, rule: Partial<GateRule>, evidence: Evidence, { window, actions = 0 }: More = {}) => {
  const gate = { name: "g", path: "p", kind, by: ["owner"], fields: [], ...rule } as unknown as GateRule
  const clocks =
    window === undefined ? {} : { "observe:g": { name: "observe:g", status: window, dueAt: instant(`${MON} 17:00`) } }
  const x = { ...opened, state: { ...opened.state, clocks: { ...opened.state.clocks, ...clocks } } }
  const state = { status: "open", actions: Array.from({ length: actions }, () => ({ what: "x" })), rounds: [] }
  const found = registry[kind].check({ situation: x, rule: gate, state } as unknown as GateSituation, evidence)
  return found.map(({ code, rule: path, says }) => [code, path, says])
}

describe("root-cause", () => {
  const depth = (found: number, asked: number) => ["root-cause/depth", "p.depth", { found, depth: asked }]
  const cause = "systemic"
  const five = ["a", "b", "c", "d", "e"]
  const bones = { man: "a", machine: "b", material: "c" }

  it.each<readonly [string, Partial<GateRule>, Evidence, readonly unknown[]]>([
    ["five whys are five steps", { depth: 5 }, { method: "five-whys", whys: five, cause }, []],
    ["four are too few", { depth: 5 }, { method: "five-whys", whys: five.slice(1), cause }, [depth(4, 5)]],
    ["without a depth one is enough", {}, { whys: ["a"], cause }, []],
    ["none is too few", {}, { whys: [], cause }, [depth(0, 1)]],
    ["the same said twice counts once", { depth: 2 }, { whys: ["No alarm.", " no  ALARM"], cause }, [depth(1, 2)]],
    ["blanks count for nothing", { depth: 2 }, { whys: ["a", " ", ""], cause }, [depth(1, 2)]],
    ["bones are no whys", { depth: 2 }, { method: "five-whys", whys: ["a"], causes: bones, cause }, [depth(1, 2)]],
    ["bones count for a fishbone", { depth: 3 }, { method: "fishbone", causes: bones, cause }, []],
    ["whys are no bones", { depth: 4 }, { method: "fishbone", whys: five, causes: bones, cause }, [depth(3, 4)]],
    ["answers count for 5W1H", { depth: 2 }, { method: "five-w-one-h", causes: { who: "a", when: "b" }, cause }, []],
    ["whys do not", { depth: 2 }, { method: "five-w-one-h", whys: five, causes: { who: "a" }, cause }, [depth(1, 2)]],
    ["both count for 8D", { depth: 4 }, { method: "eight-d", whys: ["x"], causes: bones, cause }, []],
    ["8D asks about anything", {}, { method: "eight-d", causes: { moon: "full" }, cause }, []],
    [
      "a fishbone has its bones",
      {},
      { method: "fishbone", causes: { man: "a", moon: "full" }, cause },
      [
        [
          "root-cause/field",
          "p",
          {
            field: "moon",
            method: "fishbone",
            known: ["man", "machine", "material", "method", "environment", "measurement"]
          }
        ]
      ]
    ],
    [
      "5W1H has its questions",
      {},
      { method: "five-w-one-h", causes: { man: "a" }, cause },
      [
        [
          "root-cause/field",
          "p",
          { field: "man", method: "five-w-one-h", known: ["what", "why", "who", "when", "where", "how"] }
        ]
      ]
    ],
    [
      "the policy says which methods",
      { method: ["fishbone", "eight-d"] },
      { method: "five-whys", whys: ["a"], cause },
      [["root-cause/method", "p.method", { method: "five-whys", allowed: ["fishbone", "eight-d"] }]]
    ],
    [
      "one of them has to be named",
      { method: ["fishbone"] },
      { whys: ["a"], cause },
      [["root-cause/method", "p.method", { method: "", allowed: ["fishbone"] }]]
    ],
    ["any of them will do", { method: ["fishbone", "eight-d"] }, { method: "eight-d", whys: ["a"], cause }, []],
    [
      "it does not end at a surface cause",
      { surfaceCauses: ["Human error"] },
      { whys: ["a", "A human-error, again"], cause },
      [["root-cause/surface", "p.surface-causes", { word: "Human error" }]]
    ],
    ["it may pass by one", { surfaceCauses: ["human error"] }, { whys: ["human error", "no training"], cause }, []],
    [
      "a blank at the end is no end",
      { surfaceCauses: ["human error"] },
      { whys: ["human error", " "], cause },
      [["root-cause/surface", "p.surface-causes", { word: "human error" }]]
    ],
    [
      "each bone is an end",
      { surfaceCauses: ["carelessness", "human error"] },
      { method: "fishbone", causes: { man: "human error", machine: "b" }, cause },
      [["root-cause/surface", "p.surface-causes", { word: "human error" }]]
    ],
    [
      "evidence, where it is required",
      { evidence: "required" },
      { whys: ["a"], cause, evidence: [" "] },
      [["root-cause/evidence", "p.evidence", {}]]
    ],
    ["one piece is enough", { evidence: "required" }, { whys: ["a"], cause, evidence: ["", "log 17"] }, []],
    ["none, where it is not", { evidence: "optional" } as never, { whys: ["a"], cause }, []],
    ["an incidental cause is one", {}, { whys: ["a"], cause: "incidental" }, []],
    ["it says which of the two", {}, { whys: ["a"] }, [["root-cause/undecided", "p", {}]]]
  ])("%s", (_, rule, evidence, expected) => expect(said("root-cause", rule, evidence)).toEqual(expected))
})

describe("decision", () => {
  const why = "it helps"
  const until = (date: string) => ["decision/no-date", "p", { until: date }]
  it.each<readonly [string, Partial<GateRule>, Evidence, readonly unknown[]]>([
    ["any conclusion, where the policy offers none", {}, { decision: "perhaps", reason: why }, []],
    ["one of those offered", { oneOf: ["now", "never"] }, { decision: "never", reason: why }, []],
    ["a word of the language, in the other language", { oneOf: ["adopted"] }, { decision: "采纳", reason: why }, []],
    [
      "none that is not offered",
      { oneOf: ["now", "never"] },
      { decision: "later", reason: why },
      [["decision/not-offered", "p.one-of", { decision: "later", allowed: ["now", "never"] }]]
    ],
    ["not nothing", {}, { reason: why }, [["decision/not-offered", "p", { decision: "", allowed: [] }]]],
    ["a reason", {}, { decision: "now", reason: " " }, [["reason/missing", "p", {}]]],
    ["a date to come", {}, { decision: "later", reason: why, until: "2026-11-17" }, []],
    ["an instant to come", {}, { decision: "later", reason: why, until: "2026-11-16 10:01" }, []],
    ["not now", {}, { decision: "later", reason: why, until: "2026-11-16 10:00" }, [until("2026-11-16 10:00")]],
    ["not today, which has begun", {}, { decision: "later", reason: why, until: "2026-11-16" }, [until("2026-11-16")]],
    ["no word for a date", {}, { decision: "later", reason: why, until: "soon" }, [until("soon")]]
  ])("%s", (_, rule, evidence, expected) => expect(said("decision", rule, evidence)).toEqual(expected))

  it.each([
    ["adopted", "adopted"],
    ["采纳", "adopted"],
    ["later", "later"],
    ["暂缓", "later"],
    ["declined", "declined"],
    ["不采纳", "declined"],
    ["other", "other"],
    ["其他", "other"],
    ["perhaps", undefined]
  ])("%s means %s in every policy", (word, meaning) => expect(Conclusion.meaningOf({}, word)).toBe(meaning))

  it("a policy's own words mean what it says, and names of object members mean nothing", () => {
    const offer = { oneOf: ["soon", "adopted"], means: { soon: "later", adopted: "declined" } } as const
    const meant = ["soon", "adopted", "constructor", undefined].map((word) => Conclusion.meaningOf(offer, word))
    expect(meant).toEqual(["later", "declined", undefined, undefined])
  })

  it("is shown in the reader's language, and a policy's own word unchanged", () => {
    expect(["later", "暂缓", "soon"].map((word) => spokenConclusion(word, "zh-CN"))).toEqual(["暂缓", "暂缓", "soon"])
    expect(["later", "暂缓", "soon"].map((word) => spokenConclusion(word, "en"))).toEqual(["later", "later", "soon"])
  })
})

describe("effectiveness", () => {
  const early = ["effectiveness/too-early", "p.observe", { until: `${MON} 17:00` }]
  const noMetric = ["effectiveness/no-metric", "p.proof", {}]
  const noProof = ["effectiveness/proof", "p.proof", {}]
  const proof = "0 of 100"
  const shortfall = "3 of 100"
  it.each<readonly [by: GateRule["proof"], "running" | "met", Evidence, readonly unknown[]]>([
    [undefined, "running", {}, [early]],
    [undefined, "met", {}, []],
    ["no-recurrence", "running", { proof }, [early]],
    ["no-recurrence", "met", {}, []],
    ["no-recurrence", "met", { shortfall }, [noMetric]],
    ["metric", "running", { proof }, [early]],
    ["metric", "running", {}, [noProof]],
    ["metric", "met", { proof: " " }, [noProof]],
    ["metric", "met", { proof }, []],
    ["metric", "running", { shortfall }, []],
    ["both", "running", { proof }, [early]],
    ["both", "met", { proof }, []],
    ["both", "met", {}, [noProof]],
    ["either", "running", { proof }, []],
    ["either", "running", {}, [noProof]],
    ["either", "met", { proof, shortfall: " " }, []],
    ["either", "running", { shortfall }, []]
  ])("by %s, the window being %s: %j", (by, window, evidence, expected) => {
    const rule = by === undefined ? {} : { proof: by }
    expect(said("effectiveness", rule, evidence, { window })).toEqual(expected)
  })
})

describe.each(["correction", "prevention"] as const)("%s", (kind) => {
  const smart = { what: "an alarm", metric: "runs missed", target: "0", owner: "ben", due: "2026-11-20" }
  const lacks = (...missing: readonly string[]) => ["action/not-smart", "p.smart", { action: 1, missing }]
  it.each<readonly [string, Partial<GateRule>, Evidence["actions"], readonly unknown[]]>([
    ["an action", {}, [{ what: "redone" }], []],
    ["no blank", {}, [{ what: " " }], [lacks("what")]],
    ["where it is to be SMART, all of it", { smart: true }, [smart], []],
    ["each part", { smart: true }, [{ what: "an alarm" }], [lacks("metric", "target", "owner", "due")]],
    ["no metric of spaces", { smart: true }, [{ ...smart, metric: " " }], [lacks("metric")]],
    ["no target of spaces", { smart: true }, [{ ...smart, target: " " }], [lacks("target")]],
    ["no owner of spaces", { smart: true }, [{ ...smart, owner: " " }], [lacks("owner")]],
    ["no due of spaces", { smart: true }, [{ ...smart, due: " " }], [lacks("due")]],
    ["somebody of a role", { smart: true }, [{ ...smart, owner: "quality" }], []],
    [
      "no owner whom nobody knows",
      { smart: true },
      [smart, { ...smart, owner: "mallory" }],
      [["action/nobody", "p.smart", { action: 2, owner: "mallory" }]]
    ],
    ["any owner, where it need not be SMART", {}, [{ what: "redone", owner: "mallory" }], []],
    ["no word for a date", {}, [{ what: "redone", due: "soon" }], [["action/no-date", "p", { action: 1, due: "soon" }]]]
  ])("%s", (_, rule, actions, expected) => expect(said(kind, rule, { actions: actions ?? [] })).toEqual(expected))

  it("needs an action", () => {
    expect(said(kind, {}, {})).toEqual([["action/none", "p", {}]])
    expect(said(kind, {}, { actions: [] })).toEqual([["action/none", "p", {}]])
    // A correction may have planned actions only if they are done, a prevention also if they are not.
    const open = [["action/open", "p", { gate: "g" }]]
    expect(said(kind, {}, {}, { actions: 1 })).toEqual(kind === "correction" ? [] : open)
  })

  it("has due dates in the past for a correction, and in the future for a prevention", () => {
    const due = (date: string) => said(kind, {}, { actions: [{ what: "x", due: date }] })
    expect(due("2026-11-16 10:01")).toEqual([])
    expect(due("2026-11-16")).toEqual([])
    expect(due("2026-11-15").length).toBe(kind === "correction" ? 0 : 1)
    expect(due("2026-11-16 10:00").length).toBe(kind === "correction" ? 0 : 1)
  })
})

describe("others", () => {
  it.each<readonly [GateKind, Partial<GateRule>, Evidence, readonly unknown[]]>([
    ["result", {}, { result: "it is redone" }, []],
    ["result", {}, { result: " " }, [["result/missing", "p", {}]]],
    ["result", {}, {}, [["result/missing", "p", {}]]],
    ["result", { by: ["automatic"] }, {}, []],
    ["classification", {}, {}, []],
    ["classification", {}, { category: "billing" }, []],
    ["proposal", {}, { proposal: "we redo it" }, []],
    ["proposal", {}, { proposal: " " }, [["proposal/none", "p", {}]]],
    ["proposal", {}, {}, [["proposal/none", "p", {}]]],
    ["confirmation", {}, {}, [["confirmation/no-reply", "p", {}]]],
    ["acknowledgement", {}, {}, []],
    ["approval", {}, {}, []],
    ["containment", {}, {}, []],
    ["record", {}, {}, []]
  ])("%s %j takes %j", (kind, rule, evidence, expected) => expect(said(kind, rule, evidence)).toEqual(expected))

  it("an unknown category is refused with the known ones", () => {
    const known = policy().bundle.dictionary.categories.map(({ name }) => name)
    expect(said("classification", {}, { category: "moon" })).toEqual([
      ["classification/unknown", "p", { category: "moon", known }]
    ])
  })
})

describe("the form of an effectiveness check", () => {
  const proofIn = (proof: "metric" | "either" | "no-recurrence") => {
    const verified = {
      kind: "effectiveness",
      side: "system-loop",
      after: ["prevented"],
      observe: days(5),
      proof
    } as const
    const under = policy({ gates: { verified } })
    const rule = under.loops.get("complaint")?.gates.get("verified")
    if (rule === undefined) throw new Error("there is no such gate")
    return evidenceForm(under, rule, Gate.at({}, "verified"), {})?.find(({ name }) => name === "proof")
  }
  it.each([
    ["metric", true],
    ["either", false]
  ] as const)("asks for a proof in words where it is %s; required: %s", (proof, required) =>
    expect(proofIn(proof)).toEqual({ name: "proof", isFact: false, type: "text", required })
  )
  it("asks for no proof if time is the proof", () => expect(proofIn("no-recurrence")).toBeUndefined())
})
