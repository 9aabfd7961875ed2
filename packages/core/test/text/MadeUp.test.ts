import { describe, expect, it } from "vitest"
import type { CaseEvent } from "../../src/case/Case.ts"
import type { RefusalCode } from "../../src/case/Refusal.ts"
import { argumentSays, saysOf } from "../../src/command/Arguments.ts"
import { registry } from "../../src/command/registry.ts"
import { languages } from "../../src/policy/Rule.ts"
import * as MadeUp from "../../src/testing/MadeUp.ts"
import { madeUp, outside, whileSpoken } from "../../src/testing/MadeUp.ts"
import { texts } from "../../src/text/catalogue/Texts.ts"
import {
  type Area,
  accepted,
  event,
  length,
  letter,
  listed,
  money,
  notice,
  point,
  refusal,
  refused,
  wait,
  word
} from "../../src/text/Text.ts"
import { civil, elapsed, workingDays } from "../../src/time/Target.ts"
import { reasons, samples, view } from "./samples.ts"

const codes = Object.keys(reasons) as readonly RefusalCode[]
const shown = { ...view, money: (minor: number) => money(minor, { code: "CNY", digits: 2 }, madeUp) }

describe.each(languages)("a language that is made up of %s, with every text marked", (base) => {
  const spoken = <T>(run: () => T): T => whileSpoken(base, [texts], run)
  const unmarked = (said: string, own: unknown = {}) => MadeUp.unmarked(said, base, own)

  it("tells every event in its own texts", () =>
    spoken(() => {
      for (const sample of Object.values(samples) as readonly CaseEvent[]) {
        const own = [sample, "policy.yaml", "CNY"]
        expect(unmarked(event(sample, madeUp, shown), own), sample.event).toEqual([])
        expect(outside(accepted([sample], madeUp, shown))).toBe("")
      }
    }))

  it("refuses in its own texts", () =>
    spoken(() => {
      for (const code of codes)
        for (const says of [reasons[code], {}])
          expect(unmarked(refusal({ code, says }, madeUp), says), code).toEqual([])
      const own = { asked: "explain", allowed: ["pass told"], needs: { role: "supervisor", people: ["sue"] } }
      const all = codes.map((code) => ({ code, says: reasons[code], rule: "loops.told" }))
      const whole = refused({ ...own, asked: "explain", reasons: all } as never, madeUp, () => "policy.yaml:12")
      expect(unmarked(whole, [own, reasons, "policy.yaml"])).toEqual([])
    }))

  it("says commands, words, notices, lists, amounts and lengths in its own texts", () =>
    spoken(() => {
      const said = [
        ...Object.values(registry).flatMap(({ verb, arguments: all }) => [
          saysOf(verb, madeUp),
          ...Object.keys(all).map((name) => argumentSays(verb, name, madeUp))
        ]),
        ...Object.entries(texts.en.words).flatMap(([area, names]) =>
          Object.keys(names).map((name) => word(area as Area, name, madeUp))
        ),
        ...Object.keys(texts.en.notice).flatMap((name) => Object.values(notice(name as "alarm", madeUp))),
        ...[elapsed(90 * 60_000), workingDays(0), civil(1, 3), civil(0, 0)].map((target) => length(target, madeUp)),
        ...(["Before", "After"] as const).map((_tag) => point({ _tag, by: workingDays(2) }, madeUp)),
        letter(madeUp).about("17"),
        money(120_000, { code: "X", digits: 2 }, madeUp),
        listed(["1", "2", "3"], madeUp, "or"),
        ...["take-up", "handover", "retention"].map((clock) => wait(clock, madeUp, (gate) => gate) ?? "")
      ]
      expect(said.length).toBeGreaterThan(500)
      expect(said.flatMap((text) => unmarked(text, "YAML"))).toEqual([])
    }))

  it("would find what is not marked, and what is of another language inside the marks", () =>
    spoken(() => {
      expect(unmarked("⟦1 ⟦2⟧ 3⟧ and ⟦4⟧")).toContain("and")
      expect(unmarked(base === "en" ? "⟦closed: 已关闭⟧" : "⟦已关闭 closed⟧")).toHaveLength(1)
      expect(unmarked(event({ event: "of-a-later-engine" } as never, madeUp, shown))).not.toEqual([])
    }))
})
