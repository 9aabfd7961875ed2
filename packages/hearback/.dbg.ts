import { readFileSync } from "node:fs"
import { compileFile, readPeople, readScenarios } from "@hearback/policy"
import { play } from "./src/testing/Play.ts"
import { makeWorld } from "./src/testing/World.ts"

const b = compileFile("examples/itr-service/itr-service.policy.yaml").bundle!
const { people } = readPeople({ path: "p", text: readFileSync("examples/itr-service/people.yaml", "utf8") }, b)
const { scenarios } = readScenarios(
  { path: "s", text: readFileSync("examples/itr-service/scenarios/ownership.scenario.yaml", "utf8") },
  b,
  people!
)
const s = scenarios[1]!
const w = await makeWorld({ bundle: b, people: people!, at: s.steps[0]!.at })
const names = new Map()
for (const [i, st] of s.steps.entries()) {
  await w.travel(st.at)
  await play(w, names, st.act, "" + i)
  await w.settle()
}
for (const [n, id] of names) {
  const { state } = await w.engine.cases.load(id)
  console.log(n, state.intake.contacts, state.grades.priority, state.intake.receipt?.customer)
}
console.log(
  JSON.stringify(b.sameCase),
  JSON.stringify(b.grading.find((d) => d.name === "priority")?.lift),
  b.inputs.map((x, i) => i + x.name).join(" ")
)
