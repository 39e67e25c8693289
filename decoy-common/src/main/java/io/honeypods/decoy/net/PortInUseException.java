package io.honeypods.decoy.net;

/** A listener could not be opened; the message names the address and the configuration key. */
public final class PortInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUseException(Service<?, ?> service, Throwable cause) {
    super(
        "%s: cannot listen on %s (%s)"
            .formatted(service.key(), service.endpoint(), cause.getMessage()),
        cause);
  }
}
