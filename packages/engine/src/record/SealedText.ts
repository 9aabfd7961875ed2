/**
 * A foreign text in a column of a store, such as why a channel refused a message. It may name the receiver, so it is
 * sealed. Codes of the engine are stored as they are.
 */
import type { KeyStore } from "../port/KeyStore.ts"
import { seal, unseal } from "./Seal.ts"

const mark = "sealed:"

/** Returns a text sealed under the key of a subject. */
export const sealText = async (keys: KeyStore, tenant: string, subject: string, text: string): Promise<string> => {
  const { ciphertext } = await seal(keys, tenant, subject, text)
  return mark + JSON.stringify([subject, Buffer.from(ciphertext).toString("base64")])
}

/** Returns a text that was sealed, or that never was; undefined after erasure, or if it is damaged. */
export const openText = async (keys: KeyStore, tenant: string, text: string): Promise<string | undefined> => {
  if (!text.startsWith(mark)) return text
  const [customer, bytes] = partsOf(text.slice(mark.length))
  if (typeof customer !== "string" || typeof bytes !== "string") return undefined
  const opened = await unseal(keys, tenant, { customer, ciphertext: Uint8Array.from(Buffer.from(bytes, "base64")) })
  return opened.ok && typeof opened.value === "string" ? opened.value : undefined
}

const partsOf = (text: string): readonly unknown[] => {
  try {
    const parts: unknown = JSON.parse(text)
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
