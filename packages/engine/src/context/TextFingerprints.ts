/**
 * Numbers that stand for free texts where texts are told apart and never read: equal texts have equal numbers. They follow
 * from a key of the tenant's own, so that nobody who has only the record finds out a text by trying.
 */
import { createHmac, createSecretKey } from "node:crypto"
import type { KeyStore } from "../port/KeyStore.ts"
import * as KeySubject from "../record/KeySubject.ts"

/** Returns the number of the text that a fact has: a whole number of 53 bits. */
export type TextFingerprint = (fact: string, text: string) => number

const subject = KeySubject.render({ kind: "figures" })

/** Returns how the free texts of a tenant are numbered. */
export const textFingerprints = async (keys: KeyStore, tenant: string): Promise<TextFingerprint> => {
  const key = createSecretKey(await keys.keyOf(tenant, subject))
  return (fact, text) => {
    const mac = createHmac("sha256", key)
      .update(JSON.stringify([fact, text]))
      .digest()
    return Number(mac.readBigUInt64BE() >> 11n)
  }
}
