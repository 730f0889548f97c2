/** From the YAML text of a job file to a checked and swept study, or to all its problems. */
package org.escapement.study.job;
