/** The command line: {@code Main} and its sub-commands. */
package org.escapement.cli;
