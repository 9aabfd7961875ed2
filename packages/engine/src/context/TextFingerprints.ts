/**
 * Numbers that replace free texts where texts are compared and not read: equal texts have equal numbers. They are
 * computed with a key of the tenant, so nobody who has only the record can find out a text by trying.
 */
import { createHmac, createSecretKey } from "node:crypto"
import type { KeyStore } from "../port/KeyStore.ts"
import * as KeySubject from "../record/KeySubject.ts"

/** Returns the number of a fact's text: an integer of 53 bits. */
export type TextFingerprint = (fact: string, text: string) => number

const subject = KeySubject.render({ kind: "figures" })

/** Returns the function that numbers the free texts of a tenant. */
export const textFingerprints = async (keys: KeyStore, tenant: string): Promise<TextFingerprint> => {
  const key = createSecretKey(await keys.keyOf(tenant, subject))
  return (fact, text) => {
    const mac = createHmac("sha256", key)
      .update(JSON.stringify([fact, text]))
      .digest()
    return Number(mac.readBigUInt64BE() >> 11n)
  }
}
