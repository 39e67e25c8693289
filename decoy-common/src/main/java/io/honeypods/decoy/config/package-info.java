/** The configuration: one YAML file and {@code DECOY_*} variables, read strictly into records. */
@NullMarked
package io.honeypods.decoy.config;

import org.jspecify.annotations.NullMarked;
