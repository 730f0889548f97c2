/** Tables to one static HTML page with plots. */
package org.escapement.report;
