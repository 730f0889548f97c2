package org.escapement.domain;

import org.escapement.model.Region;

/** A region that can be left by one side only. */
interface OneSided extends Region {
  @Override
  default int side(double[][] x, int lane) {
    return 0;
  }
}
