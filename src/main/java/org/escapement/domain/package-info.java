/** Regions, and the signed margin to their boundary. */
package org.escapement.domain;
