/** Steps to a small gradient against the batch size, exactly and as Sato and Iiduka bound them. */
package org.escapement.theory.critical;
