package io.honeypods.decoy;

import io.honeypods.decoy.config.ConfigException;
import io.honeypods.decoy.event.AlertName;
import java.util.List;

/**
 * One decoy: what a module implements and names in {@code META-INF/services}.
 *
 * @param <C> its section of the configuration
 */
public interface Decoy<C extends Record> {
  /** Its name on the command line, in the configuration and in events, such as {@code web}. */
  String name();

  /** The product it claims to be, such as {@code nginx}. */
  String service();

  /** What a touch of it raises. */
  List<AlertName> alerts();

  /** The record of its section; its components carry {@code @Setting}. */
  Class<C> configType();

  /**
   * Opens its listeners by {@code context}, which closes them.
   *
   * @throws io.honeypods.decoy.net.PortInUseException if an address cannot be had
   * @throws ConfigException if a value turns out to be unusable
   */
  void open(C config, DecoyContext context) throws ConfigException;
}
