package org.escapement.study;

import static org.escapement.study.Catalog.entry;

import java.util.List;
import org.escapement.data.Csv;
import org.escapement.data.EigenbasisRows;
import org.escapement.data.Idx;
import org.escapement.data.KernelFeatures;
import org.escapement.data.Libsvm;
import org.escapement.data.LinearKernel;
import org.escapement.data.OneAgainstRest;
import org.escapement.data.Parquet;
import org.escapement.data.RbfKernel;
import org.escapement.data.Standardised;
import org.escapement.data.Subset;
import org.escapement.data.TangentKernel;
import org.escapement.network.Linearised;

/** The data sets that come from files, what can be made of one, and kernels. */
final class FileDataEntries {
  static final List<Catalog.Entry> ALL =
      List.of(
          entry("data", "idx", Idx.class, "images and labels in IDX files, as MNIST comes"),
          entry("data", "csv", Csv.class, "a table of numbers as text"),
          entry("data", "libsvm", Libsvm.class, "target and index:value pairs, line by line"),
          entry("data", "parquet", Parquet.class, "columns of a Parquet file or of a directory"),
          entry(
              "data",
              "subset",
              Subset.class,
              "some rows: the first, the last, random, or class by class"),
          entry("data", "standardised", Standardised.class, "mean 0 and variance 1"),
          entry(
              "data",
              "one-against-rest",
              OneAgainstRest.class,
              "targets +1 for one class and -1 for the others"),
          entry(
              "data",
              "kernel",
              KernelFeatures.class,
              "rows whose inner products are those of a kernel, in its eigenbasis"),
          entry(
              "data",
              "eigenbasis",
              EigenbasisRows.class,
              "the rows of another data set in the eigenbasis of X'X: the same paths"),
          entry(
              "data",
              "linearised",
              Linearised.class,
              "a network as the linear model that it is near some weights"),
          entry("kernel", "linear", LinearKernel.class, "x.y/d"),
          entry("kernel", "rbf", RbfKernel.class, "exp(-|x - y|^2/(2 width^2))"),
          entry(
              "kernel",
              "ntk",
              TangentKernel.class,
              "neural tangent kernel of an infinitely wide network with one hidden ReLU layer"));

  private FileDataEntries() {}
}
