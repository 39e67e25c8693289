/** The X plugin: what answers on port 33060 of a MySQL 8 and lets nobody in. */
@NullMarked
package io.honeypods.mysql.x;

import org.jspecify.annotations.NullMarked;
