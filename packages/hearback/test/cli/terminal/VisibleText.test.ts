/** Texts of people have no effect on a terminal except what is read. */
import { join } from "node:path"
import { Hearback } from "hearback"
import { sqlite } from "hearback/sqlite"
import { describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

/** Red, a cleared screen, another window title, a carriage return, reversed words, and a further line. */
const hostile =
  "\u001b[31mred\u001b[2J\u001b]0;mine\u0007\u009b2J\rover\b\u007f\u202Eevil\u2066\u2028\nowner  mallory\u0000"
// biome-ignore lint/suspicious/noControlCharactersInRegex: the test searches control characters
const obeyed = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: the test searches control characters
const colours = /\u001b\[\d\d?m/
const policy = example("first/first.policy.yaml")
const people = example("first/people.yaml")

/** Makes a store in which every text of a person is hostile. */
const filled = async () => {
  const cwd = folder()
  const loop = await Hearback.open({ policy, people, store: sqlite(join(cwd, "loop.db")) })
  const { case: id } = await loop.submit({
    channel: "phone",
    customer: { id: "c-1", name: "evil \u202E", address: "c@example.com" },
    verbatim: `My invoice is wrong ${hostile}`,
    demand: hostile,
    where: hostile,
    attachments: [hostile]
  })
  const desk = loop.for({ actor: { id: "agent-7" } })
  const answers = [
    await desk.execute(id, { do: "note", text: hostile }),
    await desk.execute(id, { do: "hand-over", to: "supervisor-2", reason: hostile }),
    await desk.execute(id, { do: "pass", gate: hostile })
  ]
  await loop.submit({ channel: hostile, verbatim: hostile })
  const quarantined = (await loop.quarantine.list())[0]?.id ?? ""
  const sentences = answers.map((answer) => (answer.ok ? answer.message : answer.rejection.message))
  await loop.close()
  return { cwd, id, quarantined, sentences }
}

describe("what is printed", () => {
  it("F-X7 · of hostile words is visible without effect, in every list, case and fault, and no row can be forged", async () => {
    const { cwd, id, quarantined, sentences } = await filled()
    for (const said of sentences) expect(said.replaceAll("\n", "")).not.toMatch(obeyed)
    for (const argv of [
      ["list"],
      ["list", "--text", "invoice"],
      ["worklist"],
      ["case", id],
      ["case", id, "--why"],
      ["quarantine", "list"],
      ["quarantine", "show", quarantined],
      ["case", hostile.replace("\n", "")],
      ["act", "note", id, "--by", hostile.replace("\n", ""), "--text", hostile]
    ])
      for (const more of [[], ["--json"], ["--lang", "zh"]]) {
        const db = ["--db", "loop.db", ...more]
        const { out, err } = await hearback([...argv, ...db], { cwd })
        expect(out + err, argv.join(" ")).not.toBe("")
        expect(out + err, argv.join(" ")).not.toMatch(obeyed)
        if (more[0] !== "--json") expect(out, argv.join(" ")).not.toMatch(/^ {0,2}owner {2}mallory/m)
      }
  })

  it("F-X7 · in colour keeps the program's colours, and none of hostile words", async () => {
    const { cwd, id } = await filled()
    const { out } = await hearback(["case", id, "--db", "loop.db"], { cwd, terminal: { outIsTerminal: true } })
    expect(out).toContain("\u001b[1m")
    expect(out.split(colours).join("")).not.toMatch(obeyed)
  })

  it("F-X7 · as JSON has the exact words", async () => {
    const { cwd, id } = await filled()
    const { json } = await hearback(["case", id, "--db", "loop.db", "--json"], { cwd })
    expect(JSON.stringify(json)).toContain(JSON.stringify(hostile).slice(1, -1))
  })
})
