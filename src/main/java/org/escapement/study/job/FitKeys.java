package org.escapement.study.job;

import java.util.Optional;
import org.escapement.estimate.FitLaw;
import org.escapement.model.Parameter;

/** What a job file says of one law to be fitted: its components in kebab-case. */
record FitKeys(
    @Parameter("Measured quantity, such as mean_time or mean_step") String quantity,
    @Parameter(
            "Path of the swept axis along which the law is fitted, or step: along the steps at which"
                + " each cell was measured")
        String against,
    @Parameter("Law whose slope is wanted") FitLaw law,
    @Parameter(
            value = "Step of a quantity that is measured at steps; if missing, the last one",
            unit = "steps",
            range = "[0, inf)")
        Optional<Long> step,
    @Parameter(
            value = "Against step: the first step on the line; if missing, the first measured",
            unit = "steps",
            range = "[1, inf)")
        Optional<Long> from,
    @Parameter(
            value = "Against step: the last step on the line; if missing, the last measured",
            unit = "steps",
            range = "[1, inf)")
        Optional<Long> to) {}
