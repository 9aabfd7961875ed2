/** What an operator asks a process over HTTP: whether it runs, whether it is ready, and its metrics. */
export { type Probes, probeListener, probes } from "./http/Probes.ts"
export { type Prometheus, prometheus } from "./telemetry/Prometheus.ts"
