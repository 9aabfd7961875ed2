import { describe, expect, it } from "vitest"
import { hearback } from "../Capture.ts"

describe("command lines that are printed", () => {
  const env = { PATH: "/nowhere" }

  it("are as a person must type them", async () => {
    const help = (await hearback(["--help"], { env })).out
    expect(help).toContain("\n  npx hearback init\n")
    expect(help).not.toMatch(/^ *hearback \w/m)
    const { err } = await hearback(["check", "nowhere"], { env })
    expect(err).not.toMatch(/`hearback /)
  })

  it("are unchanged if a shell finds the program", async () => {
    expect((await hearback(["--help"])).out).toContain("\n  hearback init\n")
  })
})
