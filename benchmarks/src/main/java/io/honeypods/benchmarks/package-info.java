/** Measurements that need a program of ours; {@code benchmarks/run} puts them side by side. */
@NullMarked
package io.honeypods.benchmarks;

import org.jspecify.annotations.NullMarked;
