import { action, policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { ack, analyse, MON, plan as planning } from "../cases/complaint.ts"

export { action, MON }

/** A complaint whose cause is systemic, with one planned action against it. */
export const plan = (wishes: Wishes = {}): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "ann", submit())
  d.does(`${MON} 09:10`, "ann", ack)
  d.does(`${MON} 10:00`, "ann", analyse)
  d.does(`${MON} 10:10`, "ann", planning)
  return d
}
