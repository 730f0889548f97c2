/** SGD on a stream of linear regression: its moments and the power tail of its stationary law. */
package org.escapement.theory.regression;
