package io.honeypods.decoy.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What can happen at a decoy, whatever its protocol. Every value is bounded, so that an event is
 * never much larger than the line it becomes.
 */
public sealed interface Event {

  EventKind kind();

  /** Bytes this event may hold on to, more or less: what a queue has to reckon with. */
  default int footprint() {
    return 256;
  }

  /** A decoy listens; {@code listeners} are {@code address:port}. */
  record DecoyStarted(String version, String transport, List<String> listeners) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.DECOY_STARTED;
    }
  }

  /** A decoy ends on our side, for the reason given. */
  record DecoyStopped(String reason) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.DECOY_STOPPED;
    }
  }

  /** A peer's connection was accepted. */
  record ConnectionOpened(@Nullable SynFingerprint syn, @Nullable Duration roundTrip)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.CONNECTION_OPENED;
    }
  }

  /** The last event of a session; bytes are those of the payload of the transport. */
  record ConnectionClosed(CloseReason reason, Duration duration, long received, long sent)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.CONNECTION_CLOSED;
    }
  }

  /**
   * Connections of one source that were closed unheard: {@code count} since the last such event.
   */
  record ConnectionShed(ShedReason reason, long count) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.CONNECTION_SHED;
    }
  }

  /** What the peer's software says or shows of itself before it asks for anything. */
  record ClientIdentified(
      Text client, Map<Fingerprint, String> fingerprints, List<Field> details, Payload raw)
      implements Event {
    public ClientIdentified {
      fingerprints = Map.copyOf(fingerprints);
      details = List.copyOf(details);
    }

    @Override
    public EventKind kind() {
      return EventKind.CLIENT_IDENTIFIED;
    }

    @Override
    public int footprint() {
      return 512 + raw.kept().length() + Field.footprint(details);
    }
  }

  /** Somebody presented a credential. */
  record LoginAttempted(LoginMethod method, Text user, Secret secret, Outcome outcome)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.LOGIN_ATTEMPTED;
    }

    @Override
    public int footprint() {
      return 256 + user.value().length() + secret.value().value().length();
    }
  }

  /** Somebody presented a credential that only lies where we planted it. */
  record PlantedCredentialUsed(String service, String user, String place, LoginMethod method)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.PLANTED_CREDENTIAL_USED;
    }
  }

  /**
   * A request with headers, as HTTP has it.
   *
   * @param version the protocol's version, such as {@code 1.1}
   * @param headers all, in order, as sent
   * @param headerCount how many the peer sent, where {@code headers} had to be cut
   * @param status what we answered
   */
  record RequestReceived(
      Text method,
      Text target,
      String version,
      List<Field> headers,
      int headerCount,
      Payload body,
      int status,
      List<Finding> findings)
      implements Event {
    public RequestReceived {
      headers = List.copyOf(headers);
      findings = List.copyOf(findings);
    }

    @Override
    public EventKind kind() {
      return EventKind.REQUEST_RECEIVED;
    }

    @Override
    public int footprint() {
      return 512
          + target.value().length()
          + body.kept().length()
          + Field.footprint(headers)
          + 64 * findings.size();
    }
  }

  /** A command in a language such as {@code shell}, {@code sql} or {@code redis}. */
  record CommandReceived(String language, Text command, List<Finding> findings) implements Event {
    public CommandReceived {
      findings = List.copyOf(findings);
    }

    @Override
    public EventKind kind() {
      return EventKind.COMMAND_RECEIVED;
    }

    @Override
    public int footprint() {
      return 256 + command.value().length() + 64 * findings.size();
    }
  }

  /** Bytes that belong to no request or command. */
  record PayloadReceived(Payload payload) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.PAYLOAD_RECEIVED;
    }

    @Override
    public int footprint() {
      return 256 + payload.kept().length();
    }
  }

  /** A file went to or from the peer. */
  record FileTransferred(Direction direction, Text name, Payload content) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.FILE_TRANSFERRED;
    }

    @Override
    public int footprint() {
      return 256 + name.value().length() + content.kept().length();
    }
  }

  /** Somebody wanted us to connect or listen for them; we never do. */
  record TunnelRequested(String type, Text host, int port) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.TUNNEL_REQUESTED;
    }

    @Override
    public int footprint() {
      return 256 + host.value().length();
    }
  }

  /** Packets that wanted to know what is there; ports as ranges, such as {@code 22,80-90}. */
  record ProbeReceived(
      String technique,
      Text ports,
      long packets,
      Duration over,
      @Nullable SynFingerprint syn,
      @Nullable String tool)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.PROBE_RECEIVED;
    }

    @Override
    public int footprint() {
      return 512 + ports.value().length();
    }
  }

  /** One source tried many ports or addresses. */
  record ScanDetected(
      String technique,
      Text ports,
      int distinctPorts,
      long packets,
      Duration over,
      @Nullable String tool)
      implements Event {
    @Override
    public EventKind kind() {
      return EventKind.SCAN_DETECTED;
    }

    @Override
    public int footprint() {
      return 512 + ports.value().length();
    }
  }

  /** Input that its protocol does not allow: what was got, what was expected, and the bytes. */
  record InputMalformed(String problem, Payload input) implements Event {
    @Override
    public EventKind kind() {
      return EventKind.INPUT_MALFORMED;
    }

    @Override
    public int footprint() {
      return 256 + input.kept().length();
    }
  }

  /** Events that could not be written, since the last one that could. */
  record EventsLost(Map<EventKind, Long> lost) implements Event {
    public EventsLost {
      lost = Map.copyOf(lost);
    }

    @Override
    public EventKind kind() {
      return EventKind.EVENTS_LOST;
    }
  }
}
