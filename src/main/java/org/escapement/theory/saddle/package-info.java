/** How long noise, with momentum or without, needs to leave a saddle. */
package org.escapement.theory.saddle;
