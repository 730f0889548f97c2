/** What can be measured beside exits: one file for each measure, and what its numbers are. */
package org.escapement.measure;
