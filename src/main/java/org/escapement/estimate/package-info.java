/** From mergeable summaries to estimates with honest intervals. */
package org.escapement.estimate;
