package io.honeypods.decoy.event;

/** What proves who somebody is: never in a metric or a diagnostic, and in events as configured. */
public record Secret(Type type, Text value) {
  public static final Secret NONE = new Secret(Type.NONE, Text.EMPTY);

  /** What the value is. */
  public enum Type {
    NONE("none"),
    PASSWORD("password"),
    TOKEN("token"),
    HASH("hash"),
    PUBLIC_KEY("public-key");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }

  public static Secret password(String value) {
    return new Secret(Type.PASSWORD, Text.of(value));
  }

  public static Secret token(String value) {
    return new Secret(Type.TOKEN, Text.of(value));
  }

  /** Says nothing of the value. */
  @Override
  public String toString() {
    return "Secret[" + type.id() + "]";
  }
}
