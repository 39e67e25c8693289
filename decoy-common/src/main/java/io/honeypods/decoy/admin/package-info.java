/**
 * The admin listener: {@code /metrics}, {@code /livez} and {@code /readyz} for those who may, and
 * for everybody else what any small exporter answers.
 */
@NullMarked
package io.honeypods.decoy.admin;

import org.jspecify.annotations.NullMarked;
