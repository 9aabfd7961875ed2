/** `worklist`: cases by the promise that comes first; of a person also those that wait for them. */
import type { CommandSpec } from "../program/Command.ts"
import { caseOptions } from "../store/CaseFlags.ts"
import { staffOptions, withStore } from "../store/OpenStore.ts"
import { listed } from "./List.ts"

export const command: CommandSpec = {
  name: "worklist",
  arguments: [],
  options: [...caseOptions, ...staffOptions],
  run: (request, context) =>
    withStore(
      request,
      context,
      // A request waits for somebody whatever has become of the case; of their own a person sees the open ones.
      (opened) => listed(opened, request, context, request.has("as") ? {} : { state: "open" }),
      { withoutStaff: true }
    )
}
