import { Project } from "ts-morph"
import { expect, it } from "vitest"
import { asksForGateKind } from "./GateKinds.ts"

it("finds a question for the kind, however it is put", () => {
  const asked = (text: string) =>
    asksForGateKind(new Project({ useInMemoryFileSystem: true }).createSourceFile("made-up.ts", text))
  expect(asked(`if (rule.kind === "proposal") tell()`)).toEqual([1])
  expect(asked(`const is = "root-cause" !== gateKind`)).toEqual([1])
  expect(asked(`switch (kind) {\n  case "record":\n    stop()\n}`)).toEqual([2])
  expect(asked(`const speaks = ["result", "decision"].includes(gate.kind)`)).toEqual([1])
  expect(asked(`const speaks = new Set(["result"]).has(gate.kind)`)).toEqual([1])
  expect(asked(`if (feedback.kind === "complaint" || decision === "result") stop()`)).toEqual([])
})
