import { anonymous, nameOf, system } from "../../people/Actor.ts"
import { core } from "../World.ts"
import { type BrokenDecider, changed } from "./Decider.ts"

/** Deciders that check the rights of the wrong actor, or of nobody. */
export const brokenRights: readonly BrokenDecider[] = [
  {
    name: "a customer of another case is taken for one of the staff",
    breaks: "allowed-is-what-is-accepted",
    decider: {
      ...core,
      step: (policy, before, command, meta) =>
        core.step(policy, before, command, meta.actor.kind === "customer" ? { ...meta, actor: system("host") } : meta)
    }
  },
  {
    name: "owners are refused as if they were nobody",
    breaks: "allowed-is-what-is-accepted",
    decider: {
      ...core,
      step: (policy, before, command, meta) =>
        core.step(
          policy,
          before,
          command,
          nameOf(meta.actor) === before.ownership.owner ? { ...meta, actor: anonymous } : meta
        )
    }
  },
  {
    name: "the list of what is allowed does not look at recusal",
    breaks: "allowed-is-what-is-accepted",
    decider: {
      ...core,
      permissions: (situation) =>
        core.permissions({
          ...situation,
          state: { ...situation.state, ownership: { ...situation.state.ownership, recused: [] } }
        })
    }
  },
  {
    name: "a note is taken down before anybody is asked whether it may be given",
    breaks: "allowed-is-what-is-accepted",
    decider: changed(({ events, refusal, state }, { version }, asked) =>
      asked === "note" && refusal !== undefined && version > 0
        ? [...events, { event: "note-added", at: state.feedback.receipt?.loggedAt ?? 0, text: "", by: "somebody" }]
        : events
    )
  },
  {
    name: "a refusal names everybody of a role, whether or not they may give the command",
    breaks: "named-may",
    decider: {
      ...core,
      step: (policy, before, command, meta) => {
        const step = core.step(policy, before, command, meta)
        const [role] = step.refusal?.reasons.flatMap(({ says: { roles } }) => (Array.isArray(roles) ? roles : [])) ?? []
        if (step.refusal === undefined || role === undefined) return step
        const people = meta.gathered.people.flatMap(({ id, roles }) => (roles.includes(role) ? [id] : []))
        return { ...step, refusal: { ...step.refusal, needs: { role, people } } }
      }
    }
  },
  {
    name: "closing is listed although gates are open",
    breaks: "allowed-is-what-is-accepted",
    decider: {
      ...core,
      permissions: (situation) =>
        core
          .permissions(situation)
          .map((one) =>
            one.command === "close" && one.reasons.every(({ code }) => code === "loop/gates-open")
              ? { ...one, allowed: true, reasons: [] }
              : one
          )
    }
  },
  {
    name: "any customer may write, and the list says so",
    breaks: "allowed-is-what-is-accepted",
    decider: {
      ...core,
      permissions: (situation) =>
        core
          .permissions(situation)
          .map((one) => (one.command === "write" ? { ...one, allowed: true, reasons: [] } : one)),
      step: (policy, before, command, meta) =>
        core.step(policy, before, command, command.do === "write" ? { ...meta, actor: system("host") } : meta)
    }
  }
]
