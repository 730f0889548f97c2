package org.escapement.study.job;

import java.util.List;
import java.util.Optional;
import org.escapement.measure.Measure;
import org.escapement.model.Parameter;
import org.escapement.study.Keep;

/** What a job file says of the whole study: its components in kebab-case. */
record StudyKeys(
    @Parameter("What the numbers answer, in one sentence") String question,
    @Parameter(value = "At most so many in each cell", range = "[1, 1e12]") long trajectories,
    @Parameter(
            value =
                "A cell stops early once the relative standard error of its mean exit time is below"
                    + " it; where nothing can be left, that of its loss at the last step",
            range = "(0, 1)")
        Optional<Share> precision,
    @Parameter("Of all random numbers") long seed,
    @Parameter(value = "What is measured", standard = "[exit-time]") List<Measure<?>> measure,
    @Parameter("Values to put in the place of one, by path") Optional<Node> sweep,
    @Parameter("Values of swept paths: each cell is compared to the one that has these instead")
        Optional<Node.Mapping> compareTo,
    @Parameter("Laws whose slopes along an axis are wanted") Optional<List<FitKeys>> fits,
    @Parameter(
            value = "Which trajectories get a row of their own in the table exits",
            standard = "{exits: none}")
        Keep keep,
    @Parameter(value = "Whether all cells see the same random numbers", standard = "false")
        boolean commonRandomNumbers) {}
