/** Runs rounds on a cluster, keeps the ledger, writes tables as Parquet. */
package org.escapement.spark;
