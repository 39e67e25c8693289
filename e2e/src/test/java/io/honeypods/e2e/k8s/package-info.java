/**
 * The manifests of {@code k8s/}: what they render to, and the rules that every rendered object
 * keeps.
 */
@NullMarked
package io.honeypods.e2e.k8s;

import org.jspecify.annotations.NullMarked;
