package org.escapement.study.job;

/** Values that are right alone and wrong together, and where the first of them stands. */
record Complaint(Position at, String message) {}
