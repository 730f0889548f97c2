package org.escapement.study.job;

import java.util.Optional;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Start;

/** What a job file says of the experiment: its components in kebab-case; only these are swept. */
record ExperimentKeys(
    @Parameter("The function to descend") Objective objective,
    @Parameter(value = "Law of the random kick on the gradient", standard = "none") Noise noise,
    @Parameter("How one step is made") Dynamics dynamics,
    @Parameter(
            value =
                "Position at step 0, inside the domain: a list, where one number stands for all coordinates,"
                    + " or how it is found",
            unit = "length")
        Start start,
    @Parameter("Where a trajectory stays until it exits") Domain domain,
    @Parameter(
            value = "Trajectories that have not exited by then are censored",
            unit = "steps",
            range = "[1, inf)")
        long horizon,
    @Parameter(
            value = "A trajectory with a coordinate beyond it has diverged",
            unit = "length",
            range = "(0, inf)")
        Optional<Double> divergedBeyond,
    @Parameter(
            value = "How it is found that a trajectory has left; others than at-steps are for SDEs",
            standard = "at-steps")
        Monitoring monitoring) {}
