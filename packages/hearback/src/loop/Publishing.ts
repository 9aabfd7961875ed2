/** Publishing a version of the policy, and the versions that were published. */
import { randomUUID } from "node:crypto"
import { type Bundle, defined, Publication } from "@hearback/core"
import { type Rejection, rejectionOf } from "../answer/Rejection.ts"
import { governor } from "../call/Actor.ts"
import type { Call, Session } from "../call/Call.ts"
import { dateOf } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { policyInFile } from "../policy/Files.ts"

/** A version of the policy as the record knows it. */
export interface PolicyVersion {
  /** The id of the policy. */
  readonly policy: string
  readonly content: string
  /** `next` waits for its day, `asked` for a second person; `past` was in force, or was taken back before its day. */
  readonly state: "in-force" | "next" | "past" | "asked"
  /** When it was published; of what waits for a second person, when it was asked for. */
  readonly at: Date
  readonly by: string
  readonly reason?: string
  /** The second person, where the policy asks for one. */
  readonly signedBy?: string
  readonly effective?: Date
}

/** What came of publishing: it is in force, waits for its day or for a second person, or is refused. */
export type Published =
  | { readonly ok: true; readonly version: PolicyVersion }
  | { readonly ok: false; readonly rejection: Rejection }

/** Who publishes a version of the policy, and why. */
export interface Publishing {
  /**
   * Puts a version in force, in the name of somebody who may by the version in force, and on record. Where that wants a
   * second person, somebody else who may sign publishes the same version.
   *
   * Errors: `policy/invalid` with what is found.
   */
  publish(
    policy: string | Bundle.Bundle,
    order: { readonly by: string; readonly reason: string },
    call?: Call
  ): Promise<Published>
  /** Everything that was published, the last one first, and what waits for a second person. */
  versions(): Promise<readonly PolicyVersion[]>
}

/** Makes the methods about publishing. */
export const publishingOf = (session: Session): Publishing => {
  const { engine } = session

  const versions = async (): Promise<readonly PolicyVersion[]> => {
    const state = await engine.policies.publications()
    const { active, next } = Publication.inForce(state, engine.clock.now())
    const stateOf = (one: Publication.PublishedVersion): PolicyVersion["state"] =>
      one === active ? "in-force" : one === next ? "next" : "past"
    return [
      ...state.published.map((one) => versionOf(one, stateOf(one))),
      ...(state.asked === undefined ? [] : [versionOf(state.asked, "asked")])
    ].reverse()
  }

  return {
    publish: async (policy, order, call = {}) => {
      session.begin(call)
      Shape.checkValue("the policy of `policy.publish`", policy ?? null, Shape.either(Shape.name, Shape.bundle))
      Shape.check("policy.publish", order, { by: Shape.anything, reason: Shape.text })
      Shape.required("policy.publish", order, ["by", "reason"])
      Shape.check("policy.publish", call, Shape.call)
      const { by, reason } = order
      const bundle = typeof policy === "string" ? policyInFile(policy) : policy
      const actor = await governor(engine, by)
      const { key = randomUUID() } = call
      const reasons = await engine.policies.publish(bundle, { by: actor, reason, key: `publish:${key}` })
      if (reasons.length > 0) {
        const refusal = { asked: "publish", reasons, allowed: [], onFile: false }
        return { ok: false, rejection: rejectionOf(session, engine.policies.active, refusal) }
      }
      const version = (await versions()).find(({ content }) => content === bundle.content)
      if (version === undefined) throw new Error("what was published is not on record")
      return { ok: true, version }
    },
    versions: async () => {
      session.begin()
      return versions()
    }
  }
}

const versionOf = (
  one: Omit<Publication.PublishedVersion, "signedBy"> & { readonly signedBy?: string },
  state: PolicyVersion["state"]
): PolicyVersion =>
  defined({
    policy: one.policy,
    content: one.content,
    state,
    at: new Date(one.at),
    by: one.by,
    reason: one.reason,
    signedBy: one.signedBy,
    effective: dateOf(one.effectiveAt)
  })
