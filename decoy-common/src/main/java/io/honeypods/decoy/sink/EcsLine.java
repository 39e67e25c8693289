package io.honeypods.decoy.sink;

import static tools.jackson.core.json.JsonWriteFeature.ESCAPE_FORWARD_SLASHES;
import static tools.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII;

import io.honeypods.decoy.config.CredentialsMode;
import io.honeypods.decoy.event.Observation;
import java.io.ByteArrayOutputStream;
import java.io.Writer;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An observation as one line of JSON in the <a href="https://www.elastic.co/docs/reference/ecs">
 * Elastic Common Schema</a>: ASCII only and at most {@link #LIMIT} bytes with its line end.
 *
 * <p>A line that comes out longer is written anew with shorter texts; each text that is cut says so
 * and shows its true length. For one thread.
 */
public final class EcsLine implements JsonLinesSink.LineEncoder {
  /** 7.5 KiB: CRI-O splits lines at 8,192 bytes. */
  public static final int LIMIT = 7680;

  private static final int[] TEXT_BUDGETS = {Integer.MAX_VALUE, 3072, 1024, 384, 96, 24};
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(ESCAPE_NON_ASCII)
          .disable(ESCAPE_FORWARD_SLASHES)
          .rootValueSeparator("")
          .build();

  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(LIMIT);
  private JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), buffer);
  private final EcsEnvelope envelope;
  private final Redactor redactor;

  /**
   * A line encoder.
   *
   * @param services the product that each decoy claims to be, such as {@code web → nginx}
   * @param hmacKey the key for {@link CredentialsMode#HMAC}
   */
  public EcsLine(
      Origin origin, Map<String, String> services, CredentialsMode mode, byte[] hmacKey) {
    this.envelope = new EcsEnvelope(origin, services);
    this.redactor = new Redactor(mode, hmacKey);
  }

  /** A generator of JSON as lines have it. */
  static JsonGenerator generator(Writer out) {
    return JSON.createGenerator(ObjectWriteContext.empty(), out);
  }

  @Override
  public byte[] encode(Observation observation) {
    for (int budget : TEXT_BUDGETS) {
      write(observation, budget);
      if (buffer.size() <= LIMIT) {
        return buffer.toByteArray();
      }
    }
    throw new IllegalStateException(
        "event line of " + buffer.size() + " bytes (expected <= " + LIMIT + ")");
  }

  /** One generator writes all lines; after a fault it may stand anywhere, and a new one goes on. */
  private void write(Observation observation, int budget) {
    buffer.reset();
    boolean whole = false;
    try {
      var fields = new EcsFields(json, budget);
      fields.item(() -> envelope.write(fields, redactor, observation));
      json.flush();
      whole = true;
    } finally {
      if (!whole) {
        json = JSON.createGenerator(ObjectWriteContext.empty(), buffer);
      }
    }
    buffer.write('\n');
  }
}
