package org.escapement.theory.chain;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.escapement.theory.chain.NystromExit.Stretch;
import org.escapement.theory.kick.KickLaw;
import org.escapement.theory.numeric.Panels;

/**
 * The exact exit of the heavy ball on the line, x'' = x' + momentum (x' - x) - drift(x') + kick:
 * the density of (x, x') on a product of Gauss-Legendre panels, moved step by step.
 *
 * <p>Once the share that leaves in a step is constant to ten digits, what is left decays
 * geometrically for ever. Two resolutions must agree to 1e-8, else there is no value.
 *
 * @param drift rate times the gradient
 * @param kick without heavy tails, and smooth
 * @param low it has left when x <= low; may be -infinity
 * @param high it has left when x >= high; may be infinity
 */
record MomentumWalk(
    DoubleUnaryOperator drift, double momentum, KickLaw kick, double low, double high) {
  private static final double AGREEMENT = 1e-8;
  private static final double[] PANEL = {8.4, 6};
  private static final int MOST_NODES = 400;

  /** The exit from a start at rest. */
  Optional<WalkExit> exit(Stretch stretch, double start, long horizon) {
    double wider = 0.05 * (stretch.high() - stretch.low());
    Stretch second =
        new Stretch(Math.max(low, stretch.low() - wider), Math.min(high, stretch.high() + wider));
    Optional<WalkExit> coarse = exit(stretch, PANEL[0], start, horizon);
    Optional<WalkExit> fine =
        coarse.isPresent() ? exit(second, PANEL[1], start, horizon) : Optional.empty();
    return fine.filter(found -> coarse.get().distance(found) <= AGREEMENT);
  }

  private Optional<WalkExit> exit(Stretch stretch, double panel, double start, long horizon) {
    double length = stretch.high() - stretch.low();
    double panels = Math.max(3, Math.ceil(length * (1 + momentum) / (panel * kick.width())));
    return panels * Panels.ORDER <= MOST_NODES
        ? new Flow(Panels.on(stretch.low(), stretch.high(), (int) panels), start).run(horizon)
        : Optional.empty();
  }

  /** The density in motion. */
  private final class Flow {
    private static final double NEGLIGIBLE = 1e-22;
    private static final double STEADY = 1e-10;
    private static final int WINDOW = 50;
    private static final int FEWEST_STEPS = 200;
    private static final int WARMED_UP = 30;
    private static final double MOST_WORK = 4e9;

    private final Panels nodes;
    private final double[] drifts;
    private final Jump[][] jumps;
    private double[][] mass;
    private double inside;

    /** What has left in the last step. */
    private double left;

    private double below;
    private double above;
    private double work;
    private double meanOfFirst;

    Flow(Panels nodes, double start) {
      int n = nodes.size();
      this.nodes = nodes;
      this.drifts = Arrays.stream(nodes.node()).map(drift).toArray();
      this.jumps = new Jump[n][n];
      this.mass = new double[n][n];
      firstTwoSteps(start);
      inside = total(mass);
    }

    /** The start is no node: its first two jumps are made separately. */
    private void firstTwoSteps(double start) {
      Jump first = jump(start - drift.applyAsDouble(start));
      meanOfFirst = 2 - first.below - first.above;
      account(1, first);
      for (int l = 0; l < first.to.length; l++) {
        int j = first.from + l;
        double x = nodes.node()[j];
        Jump second = jump(x + momentum * (x - start) - drifts[j]);
        account(first.to[l], second);
        for (int k = 0; k < second.to.length; k++) {
          mass[j][second.from + k] = first.to[l] * second.to[k];
        }
      }
    }

    private void account(double share, Jump jump) {
      below += share * jump.below;
      above += share * jump.above;
      left += share * (jump.below + jump.above);
    }

    /** A sum, for one minus what has left means nothing once little is inside. */
    private static double total(double[][] mass) {
      double total = 0;
      for (double[] row : mass) {
        for (double share : row) {
          total += share;
        }
      }
      return total;
    }

    private Jump jump(double centre) {
      double[] x = nodes.node();
      int from = firstFrom(centre - kick.reach());
      double[] to = new double[Math.max(0, firstFrom(centre + kick.reach()) - from)];
      double sum = 0;
      for (int l = 0; l < to.length; l++) {
        to[l] = nodes.weight()[from + l] * kick.density(x[from + l] - centre);
        sum += to[l];
      }
      double down = low > Double.NEGATIVE_INFINITY ? kick.upperTail(centre - low) : 0;
      double up = high < Double.POSITIVE_INFINITY ? kick.upperTail(high - centre) : 0;
      double all = sum + down + up;
      for (int l = 0; l < to.length; l++) {
        to[l] /= all;
      }
      return new Jump(from, to, down / all, up / all);
    }

    private int firstFrom(double x) {
      int found = Arrays.binarySearch(nodes.node(), x);
      return found >= 0 ? found : -found - 1;
    }

    private void step() {
      int n = nodes.size();
      double[][] next = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (mass[i][j] > NEGLIGIBLE) {
            move(i, j, next[j]);
          }
        }
      }
      mass = next;
      inside = total(next);
    }

    private void move(int i, int j, double[] next) {
      if (jumps[i][j] == null) {
        double x = nodes.node()[j];
        jumps[i][j] = jump(x + momentum * (x - nodes.node()[i]) - drifts[j]);
      }
      Jump jump = jumps[i][j];
      double share = mass[i][j];
      account(share, jump);
      for (int l = 0; l < jump.to.length; l++) {
        next[jump.from + l] += share * jump.to[l];
      }
      work += jump.to.length;
    }

    Optional<WalkExit> run(long horizon) {
      Tally tally = new Tally(meanOfFirst, 1 + 3 * (meanOfFirst - 1));
      return horizon < 3 ? Optional.empty() : run(horizon, tally);
    }

    private Optional<WalkExit> run(long horizon, Tally tally) {
      double least = 1;
      double most = 0;
      for (long k = 2; k < horizon && inside > NEGLIGIBLE; k++) {
        double before = inside;
        double belowBefore = below;
        tally.add(k, inside);
        left = 0;
        step();
        double rate = left / before;
        least = Math.min(least, rate);
        most = Math.max(most, rate);
        if (k % WINDOW == 0) {
          if (least > 0 && most - least <= STEADY * most) {
            return Optional.of(forEver(tally, k + 1, horizon, rate, below - belowBefore, before));
          }
          least = 1;
          most = 0;
        }
        double expected = work * Math.max(1, FEWEST_STEPS / (double) k);
        if (k >= WARMED_UP && expected > MOST_WORK) {
          return Optional.empty();
        }
      }
      return inside <= NEGLIGIBLE
          ? Optional.of(new WalkExit(tally.mean, tally.second, below, tally.mean, below, above))
          : Optional.empty();
    }

    /** From step k on a share leaves in each step, a constant part of it below. */
    private WalkExit forEver(
        Tally tally, long k, long horizon, double rate, double down, double before) {
      double part = down / (rate * before);
      double left = inside;
      double atHorizon = left * StrictMath.exp((horizon - k) * StrictMath.log1p(-rate));
      double mean = tally.mean + left / rate;
      double second = tally.second + left * ((2 * k + 1) / rate + 2 * (1 - rate) / (rate * rate));
      double gone = left - atHorizon;
      return new WalkExit(
          mean,
          second,
          below + part * left,
          tally.mean + gone / rate,
          below + part * gone,
          above + (1 - part) * gone);
    }
  }

  /** Sums over the steps so far of P(N > k) and of (2k + 1) P(N > k). */
  private static final class Tally {
    private double mean;
    private double second;

    Tally(double mean, double second) {
      this.mean = mean;
      this.second = second;
    }

    void add(long k, double inside) {
      mean += inside;
      second += (2 * k + 1) * inside;
    }
  }

  /**
   * Where one jump leads.
   *
   * @param from the first node
   * @param to probabilities of the nodes from there on
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Jump(int from, double[] to, double below, double above) {}
}
