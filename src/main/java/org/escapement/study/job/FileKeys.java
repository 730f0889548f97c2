package org.escapement.study.job;

import java.util.Optional;
import org.escapement.model.Parameter;

/** A file of data with what it must hold. */
record FileKeys(
    @Parameter("Where it is: a path or a URI") String path,
    @Parameter("SHA-256 that its bytes must have, in hex") Optional<String> sha256) {}
