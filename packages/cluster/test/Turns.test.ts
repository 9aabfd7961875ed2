/** A task that is requested again while it runs is done once. */
import { describe, expect, it } from "vitest"
import { sharing } from "../src/Turns.ts"

const held = () => {
  const runs: { readonly leaving: AbortSignal; readonly answer: (text: string) => void; readonly fail: () => void }[] =
    []
  const run = (leaving: AbortSignal) =>
    new Promise<string>((resolve, reject) => {
      runs.push({ leaving, answer: resolve, fail: () => reject(new Error("no")) })
    })
  return { runs, run, share: sharing<string>() }
}

describe("a task that is requested again", () => {
  it("gets the same answer while it runs, and another task gets its own", async () => {
    const { runs, run, share } = held()
    const all = [share("a", run), share("b", run), share("a", run)]
    expect(runs).toHaveLength(2)
    runs[0]?.answer("one")
    runs[1]?.answer("two")
    expect(await Promise.all(all)).toEqual(["one", "two", "one"])
  })

  it("is done again after its answer, or after it has failed", async () => {
    const { runs, run, share } = held()
    const all = [share("a", run), share("a", run)]
    runs[0]?.fail()
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(["rejected", "rejected"])
    const again = share("a", run)
    runs[1]?.answer("now")
    expect(await again).toBe("now")
  })

  it("continues until nobody waits for it, and is then begun again", async () => {
    const { runs, run, share } = held()
    const leaving = [new AbortController(), new AbortController()] as const
    const all = leaving.map(({ signal }) => share("a", run, signal))
    leaving[0].abort(new Error("gone"))
    await expect(all[0]).rejects.toThrow("gone")
    expect(runs[0]?.leaving.aborted).toBe(false)
    leaving[1].abort(new Error("gone too"))
    await expect(all[1]).rejects.toThrow("gone too")
    expect(runs[0]?.leaving.aborted).toBe(true)
    await expect(share("a", run, leaving[1].signal)).rejects.toThrow("gone too")
    const again = share("a", run)
    expect(runs).toHaveLength(2)
    runs[1]?.answer("anew")
    expect(await again).toBe("anew")
  })
})
