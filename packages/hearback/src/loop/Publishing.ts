/** Publishes versions of the policy, and lists them. */
import { randomUUID } from "node:crypto"
import { type Bundle, defined, Publication } from "@hearback/core"
import { type Rejection, rejectionOf } from "../answer/Rejection.ts"
import { governor } from "../call/Actor.ts"
import type { Call, Session } from "../call/Call.ts"
import { dateOf } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { policyInFile } from "../policy/Files.ts"

/** A version of the policy in the record. */
export interface PolicyVersion {
  /** The id of the policy. */
  readonly policy: string
  /** The content hash of the version. */
  readonly content: string
  /**
   * `next` waits for its date. `asked` waits for a second person. `past` was in force, or was replaced before its date.
   */
  readonly state: "in-force" | "next" | "past" | "asked"
  /** When it was published, or when publication was asked for. */
  readonly at: Date
  /** The id of the person who published it. */
  readonly by: string
  readonly reason?: string
  /** The id of the second person, if the policy requires one. */
  readonly signedBy?: string
  /** From when it is in force. */
  readonly effective?: Date
}

/** The result of publishing: the version is in force, waits for its date or for a second person, or is refused. */
export type Published =
  | { readonly ok: true; readonly version: PolicyVersion }
  | { readonly ok: false; readonly rejection: Rejection }

/** Publishes versions of the policy and lists them. */
export interface Publishing {
  /**
   * Puts a version in force in the name of a person with the authority for it, and records it. If the version in force
   * requires a second person, they publish the same version too.
   *
   * Errors: `policy/invalid` with the findings.
   */
  publish(
    policy: string | Bundle.Bundle,
    order: { readonly by: string; readonly reason: string },
    call?: Call
  ): Promise<Published>
  /** Returns all published versions, the latest first, and the one that waits for a second person. */
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
