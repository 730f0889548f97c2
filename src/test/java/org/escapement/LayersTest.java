package org.escapement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The direction of dependency between packages, and what must stay out of the path of digits. */
@AnalyzeClasses(packages = "org.escapement", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
  private static final Set<String> INEXACT =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "log", "log10", "cbrt",
          "pow", "sinh", "cosh", "tanh", "hypot", "expm1", "log1p");

  @ArchTest
  static final ArchRule vectorModuleOnlyInKernel =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.escapement.kernel")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator.vector..");

  @ArchTest
  static final ArchRule sparkOnlyInSpark =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.escapement.spark..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet..", "scala..");

  @ArchTest static final ArchRule kernel = mayUse("kernel");

  @ArchTest static final ArchRule random = mayUse("random", "kernel");

  @ArchTest static final ArchRule model = mayUse("model", "random");

  @ArchTest static final ArchRule expression = mayUse("expression", "model", "kernel");

  @ArchTest static final ArchRule data = mayUse("data", "model", "random", "kernel");

  @ArchTest
  static final ArchRule objective =
      mayUse("objective", "expression", "data", "model", "random", "kernel");

  @ArchTest
  static final ArchRule network =
      mayUse("network", "objective", "data", "model", "random", "kernel");

  @ArchTest static final ArchRule noise = mayUse("noise", "data", "model", "random", "kernel");

  @ArchTest static final ArchRule dynamics = mayUse("dynamics", "model", "random", "kernel");

  @ArchTest static final ArchRule domain = mayUse("domain", "model", "kernel");

  @ArchTest
  static final ArchRule monitoring =
      mayUse("monitoring", "model", "noise", "dynamics", "domain", "random", "kernel");

  @ArchTest
  static final ArchRule start = mayUse("start", "data", "model", "noise", "random", "kernel");

  @ArchTest static final ArchRule simulate = mayUse("simulate", "model", "random", "kernel");

  @ArchTest static final ArchRule estimate = mayUse("estimate", "model", "simulate");

  @ArchTest
  static final ArchRule measure =
      mayUse("measure", "kernel", "random", "model", "data", "dynamics", "simulate", "estimate");

  @ArchTest
  static final ArchRule theory =
      mayUse(
          "theory",
          "kernel",
          "random",
          "model",
          "data",
          "objective",
          "network",
          "noise",
          "dynamics",
          "domain",
          "monitoring",
          "simulate",
          "measure");

  @ArchTest
  static final ArchRule vocabularyOfTheory =
      noClasses()
          .that()
          .resideInAPackage("org.escapement.theory")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.escapement.theory.*..");

  @ArchTest
  static final ArchRule theoryWithoutCycles =
      slices().matching("org.escapement.theory.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule rare = mayUse("rare", "model", "simulate", "measure", "theory");

  @ArchTest
  static final ArchRule study =
      mayUse(
          "study",
          "rare",
          "kernel",
          "random",
          "model",
          "data",
          "objective",
          "network",
          "noise",
          "dynamics",
          "domain",
          "monitoring",
          "start",
          "simulate",
          "estimate",
          "measure",
          "theory");

  @ArchTest
  static final ArchRule spark =
      mayUse("spark", "kernel", "model", "data", "study", "simulate", "estimate", "measure");

  @ArchTest static final ArchRule report = mayUse("report", "study", "model");

  /** Their last bits differ between interpreted and compiled code, and between processors. */
  @ArchTest
  static final ArchRule noInexactMath =
      noClasses()
          .should()
          .accessTargetWhere(
              new DescribedPredicate<JavaAccess<?>>("java.lang.Math's transcendental functions") {
                @Override
                public boolean test(JavaAccess<?> access) {
                  return access.getTargetOwner().isEquivalentTo(Math.class)
                      && INEXACT.contains(access.getName());
                }
              });

  private static ArchRule mayUse(String layer, String... others) {
    List<String> allowed = new ArrayList<>();
    allowed.add("org.escapement." + layer + "..");
    for (String other : others) {
      allowed.add("org.escapement." + other + "..");
    }
    DescribedPredicate<JavaClass> ours =
        new DescribedPredicate<>("of this project") {
          @Override
          public boolean test(JavaClass type) {
            return type.getPackageName().startsWith("org.escapement");
          }
        };
    DescribedPredicate<JavaClass> inLayer =
        JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new));
    return classes()
        .that()
        .resideInAPackage("org.escapement." + layer + "..")
        .should()
        .onlyDependOnClassesThat(inLayer.or(DescribedPredicate.not(ours)))
        .allowEmptyShould(true);
  }
}
