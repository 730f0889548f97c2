/** What predictions read off an experiment: its line, its well, its curvatures, its descent. */
package org.escapement.theory.experiment;
