package org.escapement.theory.moments;

import org.escapement.measure.Frame;
import org.escapement.theory.SampleLaw;

/** The law of a point, as far as measured moments ask. */
public interface MomentLaw {
  /** When nothing is known. */
  SampleLaw UNKNOWN = SampleLaw.ofMean(Double.NaN);

  /** Of f(x). */
  SampleLaw loss();

  /** Of |x|^2. */
  SampleLaw norm();

  /** Of x_i, i from 0. */
  SampleLaw mean(int i);

  /** Of x_i x_j, i and j from 0. */
  SampleLaw second(int i, int j);

  /** Of v_i, what the dynamics remembers of coordinate i, from 0. */
  default SampleLaw velocity(int i) {
    return UNKNOWN;
  }

  /** Of v_i v_j, i and j from 0. */
  default SampleLaw velocitySecond(int i, int j) {
    return UNKNOWN;
  }

  /** Of x_i v_j, i and j from 0. */
  default SampleLaw positionVelocity(int i, int j) {
    return UNKNOWN;
  }

  /** The same law in other coordinates: only the loss is known in all. */
  default MomentLaw in(Frame frame) {
    return frame.equals(Frame.PLAIN) ? this : new LossOnly(loss());
  }

  /** Nothing but the loss is known. */
  record LossOnly(SampleLaw loss) implements MomentLaw {
    @Override
    public SampleLaw norm() {
      return UNKNOWN;
    }

    @Override
    public SampleLaw mean(int i) {
      return UNKNOWN;
    }

    @Override
    public SampleLaw second(int i, int j) {
      return UNKNOWN;
    }
  }
}
