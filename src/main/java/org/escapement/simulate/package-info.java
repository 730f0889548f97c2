/** The time loop, what it records, and the chunk as the unit of work. */
package org.escapement.simulate;
