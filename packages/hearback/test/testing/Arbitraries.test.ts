import { join } from "node:path"
import fc from "fast-check"
import { feedbackFor, livesFor, policiesFrom, type ScenarioStep, testLoop } from "hearback/testing"
import { describe, expect, it } from "vitest"
import { people, policy } from "../First.ts"

const settings = { numRuns: 5, seed: 7 }

describe("random values for tests", () => {
  it("of feedback can be submitted", async () => {
    const loop = await testLoop(policy, { at: "2026-11-16 09:40", people })
    const told = new Set<string>()
    await fc.assert(
      fc.asyncProperty(await feedbackFor(policy, people), async (feedback) => {
        told.add(feedback.verbatim ?? "")
        expect(await loop.preview(feedback)).toMatchObject({ ok: true })
        expect((await loop.submit(feedback)).outcome).toMatch(/opened|joined/)
      }),
      { numRuns: 20, seed: 7 }
    )
    expect(told.size).toBeGreaterThan(5)
  })

  it("of lives show the case after each step, the same each time", async () => {
    await fc.assert(
      fc.asyncProperty(await livesFor(policy, people), async (life) => {
        const seen: string[] = []
        const steps = await life.play((view) => seen.push(`${view.version} ${view.state} ${view.owner}`))
        expect(seen.length).toBeGreaterThanOrEqual(steps.length)
        const again: string[] = []
        expect(await life.play((view) => again.push(`${view.version} ${view.state} ${view.owner}`))).toEqual(steps)
        expect(again).toEqual(seen)
      }),
      { ...settings, numRuns: 3 }
    )
  })

  it("of lives include pauses of clocks, and split cases", async () => {
    const lives = await livesFor(join(import.meta.dirname, "../corpus/corpus.policy.yaml"))
    const steps: ScenarioStep[] = []
    for (const life of fc.sample(lives, { numRuns: 8, seed: 3 })) steps.push(...(await life.play()))
    expect(steps).toContainEqual(expect.objectContaining({ pause: "A", reason: "waiting-on-customer" }))
    expect(steps).toContainEqual(expect.objectContaining({ split: "A", verbatim: expect.stringMatching(/./) }))
  })

  it("of policies compile, and differ in durations and limits", async () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(await policiesFrom(policy), (bundle) => {
        seen.add(bundle.content)
        expect(bundle.clocks.some(({ name }) => name === "agreed")).toBe(true)
      }),
      { ...settings, numRuns: 12 }
    )
    expect(seen.size).toBeGreaterThan(3)
  })

  it("of a missing file are refused", async () => {
    await expect(policiesFrom("nowhere.yaml")).rejects.toThrow(/cannot read nowhere\.yaml/)
    await expect(feedbackFor("nowhere.yaml")).rejects.toThrow(/nowhere\.yaml/)
  })
})
