package org.escapement.theory.chain;

import org.escapement.theory.kick.KickLaw;
import org.escapement.theory.numeric.GaussRule;
import org.escapement.theory.numeric.PanelMesh;

/**
 * One row of the integral equation: weights k_j with Sum_j k_j v_j = Int density(y - centre) v(y)
 * dy for every v that is a polynomial on each panel.
 *
 * <p>Panels that stand off the centre by their own width see a smooth density: Gauss-Legendre. On
 * nearer ones, and on those in which the density ends abruptly, the polynomial is integrated
 * against the density over pieces that double in size from the centre outwards, so a kick may be
 * much shorter than the panel and have a kink or spike at 0 (product integration: Atkinson 1997,
 * The Numerical Solution of Integral Equations of the Second Kind, 4.2).
 */
final class KickIntegrals {
  private final PanelMesh mesh;
  private final GaussRule fine;
  private final double[] scratch;

  /**
   * Integrals on one mesh.
   *
   * @param fine the rule on the pieces, of higher order than the mesh's
   */
  KickIntegrals(PanelMesh mesh, GaussRule fine) {
    this.mesh = mesh;
    this.fine = fine;
    this.scratch = new double[mesh.rule().order()];
  }

  /** The weights for a kick from a centre anywhere on the line. */
  double[] row(KickLaw kick, double centre) {
    double[] row = new double[mesh.nodes()];
    for (int p = 0; p < mesh.panels(); p++) {
      double gap = Math.max(0, Math.max(mesh.edge(p) - centre, centre - mesh.edge(p + 1)));
      if (gap >= kick.reach()) {
        continue;
      }
      boolean cutInside = kick.isCut() && gap + mesh.width(p) > kick.reach();
      if (gap >= mesh.width(p) && !cutInside) {
        smooth(row, p, kick, centre);
      } else {
        pieces(row, p, kick, centre, 1);
        pieces(row, p, kick, centre, -1);
      }
    }
    return row;
  }

  private void smooth(double[] row, int p, KickLaw kick, double centre) {
    int order = mesh.rule().order();
    for (int i = p * order; i < (p + 1) * order; i++) {
      double weight = mesh.rule().weight(i % order) * mesh.width(p);
      row[i] = weight * kick.density(mesh.node(i) - centre);
    }
  }

  /** The part of panel p on one side of the centre: sign 1 above, -1 below it. */
  private void pieces(double[] row, int p, KickLaw kick, double centre, int sign) {
    double one = sign * (mesh.edge(p) - centre);
    double other = sign * (mesh.edge(p + 1) - centre);
    double end = Math.min(kick.reach(), Math.max(one, other));
    double from = Math.max(0, Math.min(one, other));
    double ring = kick.grain();
    while (ring <= from) {
      ring *= 2;
    }
    while (from < end) {
      double to = Math.min(ring, end);
      piece(row, p, kick, centre, sign * from, sign * to);
      from = to;
      ring *= 2;
    }
  }

  /** Kicks between from and to, which lead into panel p. */
  private void piece(double[] row, int p, KickLaw kick, double centre, double from, double to) {
    int at = p * mesh.rule().order();
    for (int q = 0; q < fine.order(); q++) {
      double z = from + (to - from) * fine.node(q);
      double mass = Math.abs(to - from) * fine.weight(q) * kick.density(z);
      double t = (centre + z - mesh.edge(p)) / mesh.width(p);
      mesh.rule().interpolate(t, mass, row, at, scratch);
    }
  }
}
