package org.escapement.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a job file may say for one component of a description: its key is the component's name in
 * kebab-case.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Parameter {

  /** What it means, in one sentence without a full stop. */
  String value();

  /** Its unit, such as "model time" or "length"; empty for a pure number. */
  String unit() default "";

  /**
   * The allowed interval of every number in it: "(0, inf)", "[0, 1)"; empty for every finite
   * number.
   */
  String range() default "";

  /** The value where the job file is silent, written as in YAML; empty where one must be given. */
  String standard() default "";

  /**
   * Whether it was added to a description that jobs already used. Its standard value then has no
   * part in the name of an experiment's random numbers, so that these jobs keep their digits.
   */
  boolean added() default false;
}
