/** A cluster of processes in which each case has one owner. */
export { type Cluster, type ClusterOptions, cluster } from "./Cluster.ts"
