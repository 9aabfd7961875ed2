/** Roles that a policy needs and nobody has, as `check` finds them with the people file beside the policy. */
import { describe, expect, it } from "vitest"
import { compile } from "../../src/index.ts"
import { head } from "../compile/Sample.ts"

const staff = "people: { ann: { roles: [agent] }, sue: { roles: [supervisor] }, max: { roles: [manager] } }\n"

/** Returns `code role at words` of a policy checked with its people. */
const told = (policy: string, people = staff): readonly string[] => {
  const files: Readonly<Record<string, string>> = {
    "shop.policy.yaml": policy,
    "people.yaml": `hearback: 1\n${people}`
  }
  return compile({ root: "shop.policy.yaml", read: (path) => files[path], people: "people.yaml" }).diagnostics.map(
    ({ code, message, primary: { span } }) =>
      `${code} ${/role `([^`]*)`/.exec(message.en)?.[1] ?? ""} at ${span.file.text.slice(span.start, span.end)}`
  )
}

const role = `${head}roles: { expert: { title: Expert } }\n`
const gate = (keys: string): string =>
  `${role}loops: { inquiry: { customer-loop: { told: { needs: result, ${keys} } } } }\n`

describe("a role that nobody has", () => {
  it.each([
    ["who passes a gate", gate("by: expert")],
    ["who signs, beside somebody who is there", gate("sign-off: [manager, expert]")],
    ["who hears of a gate", gate("notify: [expert]")],
    ["who may explain", gate("or-explain: { by: expert, when: { kind: inquiry } }")],
    ["who signs an explanation", gate("or-explain: { by: owner, sign-off: expert, when: { kind: inquiry } }")],
    ["whom a clock tells", `${role}clocks: { agreed: { escalate: [{ at: due, notify: expert }] } }\n`],
    ["whom every clock tells", `${role}clock-defaults: { escalate: [{ at: due, notify: expert }] }\n`],
    [
      "who approves an extension",
      `${role}clocks: { agreed: { extend: { times: 1, each: 1 day, approve: [expert], tell: answer } } }\n`
    ],
    ["who checks decisions", `${role}authority: { spot-check: { share: 10%, of: [compensate], by: expert } }\n`],
    ["who may end a case", `${role}endings: { forwarded: { by: expert } }\n`],
    ["whom an alarm tells", `${role}alarms: { loud: { when: { emotion: furious }, notify: expert } }\n`],
    [
      "who decides",
      gate("by: owner").replace("needs: result, by: owner", "needs: proposal, rounds: 2, arbiter: expert")
    ],
    ["who reads what is unsure", `${role}dictionary: { review-by: expert }\n`],
    ["who owns", `${role}ownership: { first-owner: [receiver, expert] }\n`],
    ["who leads a department", `${role}departments: { shop: { head: expert } }\n`]
  ])("F-C9 · %s", (_, policy) => {
    expect(told(policy).filter((each) => each.startsWith("people/"))).toEqual(["people/nobody-is expert at expert"])
  })

  it("F-C9 · is not needed if somebody has another role of the list, or a word for a person is in it", () => {
    expect(told(gate("by: [expert, manager]"))).toEqual([])
    expect(told(gate("by: [owner, expert]"))).toEqual([])
    expect(told(gate("notify: [expert, head]"))).toEqual([])
  })

  it("F-C9 · of a pack is reported once, in the people file, with the places that need it", () => {
    const own = `${head}roles: { 客服: { title: 客服 } }\n`
    const files = { "shop.policy.yaml": own, "people.yaml": "hearback: 1\npeople: { 李: { roles: [客服] } }\n" }
    const { diagnostics } = compile({
      root: "shop.policy.yaml",
      read: (path) => (path === "people.yaml" ? files["people.yaml"] : path === "shop.policy.yaml" ? own : undefined),
      people: "people.yaml"
    })
    const found = diagnostics.filter(({ code }) => code === "people/nobody-is")
    expect(found.map(({ primary }) => primary.span.file.path)).toEqual(["people.yaml", "people.yaml", "people.yaml"])
    const supervisor = found.find(({ message }) => message.en.includes("`supervisor`"))
    expect(supervisor?.message.en).toMatch(/^nobody has the role `supervisor`, which `.*` needs and \d+ other places$/)
    expect(supervisor?.related.map(({ span }) => span.file.path)).toContain("pack:base")
  })

  it("F-C9 · is reported with other faults of the people file, which do not hold back the bundle", () => {
    expect(told(head, "people: { ann: { roles: [agnt] } }\n")).toContain("name/unknown  at agnt")
    const files: Readonly<Record<string, string>> = {
      "shop.policy.yaml": head,
      "people.yaml": "hearback: 1\npeople: { ann: 3 }\n"
    }
    const { bundle, diagnostics } = compile({
      root: "shop.policy.yaml",
      read: (path) => files[path],
      people: "people.yaml"
    })
    expect(diagnostics.map(({ code }) => code)).toContain("shape/wrong-type")
    expect(bundle).toBeDefined()
  })
})
