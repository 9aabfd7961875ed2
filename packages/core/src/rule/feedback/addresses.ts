/** Where a customer may be said to be reached. */
import type { RefusalReason } from "../../case/Refusal.ts"
import { reason } from "../../case/Refusal.ts"
import type { Addresses } from "../../case/track/Submission.ts"
import { isVisibleLine } from "../../language/Visible.ts"
import type { Policy } from "../../policy/Policy.ts"

/** An address is one line by a channel of the policy; whether it can be carried to its channel says. */
export const againstAddresses = ({ bundle }: Policy, addresses: Addresses = {}): readonly RefusalReason[] => {
  const known = Object.keys(bundle.channels)
  return Object.entries(addresses).flatMap(([channel, address]) => {
    if (!known.includes(channel)) return [reason("address/unknown-channel", "channels", { channel, known })]
    return address.trim() === "" || !isVisibleLine(address) ? [reason("address/unusable", undefined, { channel })] : []
  })
}
