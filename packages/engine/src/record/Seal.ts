/**
 * Seals personal data: AES-256-GCM under the customer's own key, bound to tenant and customer, so that a ciphertext
 * that was moved to somebody else does not open.
 *
 * Layout: 1 byte version (1), 8 bytes mark of the key, 12 bytes nonce, 16 bytes tag, then the ciphertext of the packed
 * text. The mark (the first 8 bytes of the key's SHA-256) distinguishes a missing key from damaged bytes.
 */
import crypto, { createCipheriv, createDecipheriv, createSecretKey } from "node:crypto"
import { isName } from "@hearback/core"
import type { Json, Sealed, SealedPart } from "../port/Event.ts"
import type { KeyStore } from "../port/KeyStore.ts"
import { pack, unpack } from "./PackedText.ts"
import { randomBytesOf } from "./RandomBytes.ts"

/** The result of opening a sealed value. */
export type Unsealed =
  | { readonly ok: true; readonly value: Json }
  /**
   * `erased`: the key was destroyed. `damaged`: these are not the bytes that were sealed. `unknown`: a later version of
   * hearback sealed them in another way.
   */
  | { readonly ok: false; readonly reason: "erased" | "damaged" | "unknown" }

/** Seals values for one customer whose key was read before, so that it returns at once. */
export type Sealer = (value: Json) => Sealed

/** Returns the sealer of a customer, making the customer's key if there is none. */
export const sealer = async (keys: KeyStore, tenant: string, customer: string): Promise<Sealer> =>
  sealerWith(await keys.keyOf(tenant, customer), tenant, customer)

/** Returns the sealer for a customer's key. */
export const sealerWith = (bytes: Uint8Array, tenant: string, customer: string): Sealer => {
  // A store would keep another name, with which nothing could be opened.
  if (!isName(tenant) || !isName(customer)) throw new TypeError("what is sealed is sealed for somebody with a name")
  const [secret, marked, bound] = [createSecretKey(bytes), mark(bytes), owner(tenant, customer)]
  return (value) => {
    const nonce = randomBytesOf(nonceSize)
    const cipher = createCipheriv(algorithm, secret, nonce).setAAD(bound)
    const body = cipher.update(pack(JSON.stringify(value)))
    const end = cipher.final()
    const ciphertext = new Uint8Array(head + body.length + end.length)
    ciphertext[0] = version
    ciphertext.set(marked, 1)
    ciphertext.set(nonce, 1 + markSize)
    ciphertext.set(cipher.getAuthTag(), 1 + markSize + nonceSize)
    ciphertext.set(body, head)
    ciphertext.set(end, head + body.length)
    return { customer, ciphertext }
  }
}

/** Seals a value for a customer, making the customer's key if there is none. */
export const seal = async (keys: KeyStore, tenant: string, customer: string, value: Json): Promise<Sealed> =>
  (await sealer(keys, tenant, customer))(value)

/** Opens a sealed value, or one of several that were sealed together. */
export const unseal = async (keys: KeyStore, tenant: string, sealed: SealedPart): Promise<Unsealed> => {
  const { customer, ciphertext: bytes, place } = sealed
  if ((bytes[0] ?? 0) > version) return { ok: false, reason: "unknown" }
  if (bytes.length < head || bytes[0] !== version) return { ok: false, reason: "damaged" }
  const key = await keys.find(tenant, customer)
  if (key === undefined || !mark(key).equals(bytes.subarray(1, 1 + markSize))) return { ok: false, reason: "erased" }
  const bound = owner(tenant, customer)
  const known = opened.get(bytes)
  const value = known?.bound.equals(bound) ? known.value : open(key, bound, bytes)
  if (value === undefined) return { ok: false, reason: "damaged" }
  opened.set(bytes, { bound, value })
  if (place === undefined) return { ok: true, value }
  const part = Array.isArray(value) ? (value[place] as Json | undefined) : undefined
  return part === undefined ? { ok: false, reason: "damaged" } : { ok: true, value: part }
}

/**
 * Opened values, as long as their ciphertext is in memory, since values that were sealed together are read one by one.
 * They are returned only with the key.
 */
const opened = new WeakMap<Uint8Array, { readonly bound: Buffer; readonly value: Json }>()

const open = (key: Uint8Array, bound: Buffer, bytes: Uint8Array): Json | undefined => {
  const nonce = bytes.subarray(1 + markSize, 1 + markSize + nonceSize)
  try {
    const cipher = createDecipheriv(algorithm, createSecretKey(key), nonce).setAAD(bound)
    cipher.setAuthTag(bytes.subarray(1 + markSize + nonceSize, head))
    const plain = Buffer.concat([cipher.update(bytes.subarray(head)), cipher.final()])
    return JSON.parse(unpack(plain)) as Json
  } catch {
    return undefined
  }
}

// Ciphers get key objects, since raw key bytes would cost several times as much as the cipher.
const algorithm = "aes-256-gcm"
const version = 1
const markSize = 8
const nonceSize = 12
const head = 1 + markSize + nonceSize + 16

const mark = (key: Uint8Array): Buffer => crypto.hash("sha256", key, "buffer").subarray(0, markSize)

const owner = (tenant: string, customer: string): Buffer => Buffer.from(JSON.stringify([tenant, customer]))

/** Returns a number of 48 bits, above 0, for a key and a format. Another key gives another number. */
export const editionOf = (key: Uint8Array, form: string): number =>
  crypto.createHmac("sha256", createSecretKey(key)).update(form).digest().readUIntBE(0, 6) || 1
