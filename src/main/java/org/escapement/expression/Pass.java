package org.escapement.expression;

import java.util.List;

/**
 * What is done to all lanes before the next pass: one loop of arithmetic, or one loop of {@code
 * kernel}.
 *
 * @param instructions in their order; of a kernel one, or the sine and the cosine of one angle
 * @param outputs which of the results that are wanted it stores; none of a kernel
 */
record Pass(List<Integer> instructions, List<Integer> outputs) {}
