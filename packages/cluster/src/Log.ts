import * as Cause from "effect/Cause"
import type * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import type { Logger as HostLog } from "hearback"

/** Writes warnings of the cluster's library to the host's log. */
export const logLayer = (log: HostLog | undefined): Layer.Layer<never> =>
  Logger.layer(
    log === undefined
      ? []
      : [
          Logger.make(({ message, logLevel, cause }) => {
            if (logLevel !== "Warn" && logLevel !== "Error" && logLevel !== "Fatal") return
            const details = cause.reasons.length === 0 ? {} : { cause: Cause.pretty(cause) }
            log.warn([message].flat().map(String).join(" "), details)
          })
        ]
  )
