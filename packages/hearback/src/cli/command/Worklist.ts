/** `worklist`: lists cases by their next promise; for a person also those that wait for them. */
import type { CommandSpec } from "../program/Command.ts"
import { caseOptions } from "../store/CaseFlags.ts"
import { staffOptions, withStore } from "../store/OpenStore.ts"
import { listed } from "./List.ts"

/** The command `worklist`. */
export const command: CommandSpec = {
  name: "worklist",
  arguments: [],
  options: [...caseOptions, ...staffOptions],
  run: (request, context) =>
    withStore(
      request,
      context,
      // A request waits for a person whatever the state of the case; of their own cases, people see the open ones.
      (opened) => listed(opened, request, context, request.has("as") ? {} : { state: "open" }),
      { withoutStaff: true }
    )
}
