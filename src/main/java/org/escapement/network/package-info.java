/** Fully connected networks as finite sums over rows of data, by backpropagation. */
package org.escapement.network;
