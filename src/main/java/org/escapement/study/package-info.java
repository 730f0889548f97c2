/** Job files: from YAML to cells and chunks, and from chunk results to tables. */
package org.escapement.study;
