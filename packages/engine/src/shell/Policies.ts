/** The policies that cases are pinned to, by content hash. A bundle that was ever active stays with the store. */
import type { Bundle } from "@hearback/core"
import { Policy } from "@hearback/core"
import type { Json } from "../port/Event.ts"
import type { EventStore } from "../port/EventStore.ts"

export interface Policies {
  readonly active: Policy.Policy
  /** The policy of a content hash; the active one where the store does not know it. */
  of(content: string | undefined): Promise<Policy.Policy>
}

const keyOf = (content: string): string => `bundle:${content}`

/** Returns the bundle that was active when the store was last opened. */
export const remembered = async (store: EventStore): Promise<Bundle.Bundle | undefined> => {
  const content = await store.meta("policy:active")
  return typeof content === "string"
    ? ((await store.meta(keyOf(content))) as unknown as Bundle.Bundle | undefined)
    : undefined
}

/** Makes a bundle the active one and keeps it with the store. */
export const makePolicies = async (store: EventStore, bundle: Bundle.Bundle): Promise<Policies> => {
  if ((await store.meta(keyOf(bundle.content))) === undefined)
    await store.setMeta(keyOf(bundle.content), bundle as unknown as Json)
  await store.setMeta("policy:active", bundle.content)
  const active = Policy.load(bundle)
  const known = new Map<string, Policy.Policy>([[bundle.content, active]])
  return {
    active,
    of: async (content) => {
      if (content === undefined) return active
      const found = known.get(content)
      if (found !== undefined) return found
      const kept = (await store.meta(keyOf(content))) as unknown as Bundle.Bundle | undefined
      const policy = kept === undefined ? active : Policy.load(kept)
      known.set(content, policy)
      return policy
    }
  }
}
