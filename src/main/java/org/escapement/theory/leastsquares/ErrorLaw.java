package org.escapement.theory.leastsquares;

import org.escapement.measure.Frame;
import org.escapement.model.Objective;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.moments.MomentLaw;

/** Moments of the point and of its velocity, until the next step is made. */
final class ErrorLaw implements MomentLaw {
  private final Objective objective;
  private final ErrorModes modes;
  private final ErrorMoments moments;
  private final double[] mean;
  private final double[] velocity;

  /** {@code [k][l]}, along the coordinates: E e_k e_l, E e_k v_l, E v_k v_l. */
  private final double[][] second;

  private final double[][] cross;
  private final double[][] velocitySecond;

  /**
   * @param modes of the objective, in the coordinates in which w is seen
   */
  ErrorLaw(Objective objective, ErrorModes modes, ErrorMoments moments) {
    this.objective = objective;
    this.modes = modes;
    this.moments = moments;
    this.mean = modes.inCoordinates(moments.mean());
    this.velocity = modes.inCoordinates(moments.velocity());
    this.second = modes.inCoordinates(moments.second());
    this.cross = modes.inCoordinates(moments.cross());
    this.velocitySecond = modes.inCoordinates(moments.velocitySecond());
  }

  @Override
  public MomentLaw in(Frame frame) {
    return frame.equals(Frame.PLAIN)
        ? this
        : new ErrorLaw(objective, modes.in(frame, objective), moments);
  }

  @Override
  public SampleLaw loss() {
    double sum = 0;
    for (int a = 0; a < modes.size(); a++) {
      sum += modes.curvature()[a] * moments.second()[a][a];
    }
    return SampleLaw.ofMean(modes.leastLoss() + sum / 2);
  }

  @Override
  public SampleLaw norm() {
    double sum = 0;
    for (int k = 0; k < mean.length; k++) {
      sum += product(k, k);
    }
    return SampleLaw.ofMean(sum);
  }

  @Override
  public SampleLaw mean(int i) {
    return SampleLaw.ofMean(modes.solution()[i] + mean[i]);
  }

  @Override
  public SampleLaw second(int i, int j) {
    return SampleLaw.ofMean(product(i, j));
  }

  private double product(int i, int j) {
    double[] s = modes.solution();
    return s[i] * s[j] + (s[i] * mean[j] + s[j] * mean[i]) + second[i][j];
  }

  @Override
  public SampleLaw velocity(int i) {
    return SampleLaw.ofMean(velocity[i]);
  }

  @Override
  public SampleLaw velocitySecond(int i, int j) {
    return SampleLaw.ofMean(velocitySecond[i][j]);
  }

  @Override
  public SampleLaw positionVelocity(int i, int j) {
    return SampleLaw.ofMean(modes.solution()[i] * velocity[j] + cross[i][j]);
  }
}
