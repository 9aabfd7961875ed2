import { describe, expect, it } from "vitest"
import { defaultTimeouts, type Failure, makeCallPort } from "../../src/context/PortCall.ts"

const calling = (timeoutMs = 20) => {
  const failures: Failure[] = []
  const call = makeCallPort({ ...defaultTimeouts, directory: timeoutMs }, (failure) => failures.push(failure))
  return { call, failures }
}
const whom = { port: "directory", operation: "person" } as const

describe("calls of adapters", () => {
  it("return the adapter's answer, at once or later", async () => {
    const { call, failures } = calling()
    expect(await call(whom, () => 1)).toBe(1)
    expect(await call(whom, async () => 2)).toBe(2)
    expect(failures).toEqual([])
  })

  it("F-T5 · end when the time is over, also if the adapter ignores its signal", async () => {
    const { call, failures } = calling()
    let told: AbortSignal | undefined
    const hanging = call({ ...whom, case: "2611-A" }, (signal) => {
      told = signal
      return new Promise(() => {})
    })
    await expect(hanging).rejects.toMatchObject({ name: "HearbackError", code: "adapter/late", retryable: true })
    expect(told?.aborted).toBe(true)
    expect(failures).toMatchObject([{ port: "directory", operation: "person", case: "2611-A", late: true }])
  })

  it("report the adapter's error, and may be tried again", async () => {
    const { call, failures } = calling()
    const thrown = Object.assign(new TypeError("no answer from ldap-1"), { code: "ECONNRESET" })
    await expect(call(whom, () => Promise.reject(thrown))).rejects.toMatchObject({
      code: "adapter/failed",
      retryable: true,
      message: "the directory (person) failed: no answer from ldap-1"
    })
    expect(failures).toMatchObject([{ late: false, cause: { name: "TypeError", code: "ECONNRESET" } }])
    await expect(
      call(whom, () => {
        throw thrown
      })
    ).rejects.toMatchObject({ code: "adapter/failed" })
  })

  it("end with the caller's signal and its reason, which is no failure", async () => {
    const { call, failures } = calling(10_000)
    const leaving = new AbortController()
    const hanging = call({ ...whom, signal: leaving.signal }, () => new Promise(() => {}))
    leaving.abort(new Error("left"))
    await expect(hanging).rejects.toThrow("left")
    await expect(call({ ...whom, signal: leaving.signal }, () => 1)).rejects.toThrow("left")
    expect(failures).toEqual([])
  })

  it("leave no later rejection unhandled", async () => {
    const { call } = calling(5)
    await expect(
      call(whom, () => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 15)))
    ).rejects.toMatchObject({ code: "adapter/late" })
    await new Promise((resolve) => setTimeout(resolve, 30))
  })
})
