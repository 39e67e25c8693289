package io.honeypods.ssh.host;

/** A file that is written to: each write adds to what is there. */
public final class FileOutput implements Output {
  private static final int FLUSH = 8192;

  private final Files files;
  private final String path;
  private final StringBuilder held = new StringBuilder();

  FileOutput(Files files, String path) {
    this.files = files;
    this.path = path;
  }

  public String path() {
    return path;
  }

  @Override
  public void write(Task task, String bytes) {
    task.work(bytes.length());
    held.append(bytes);
    task.arrivals().into(path);
    task.machine().written(this);
    if (held.length() > FLUSH) {
      flush();
    }
  }

  void flush() {
    if (held.length() > 0) {
      String added = held.toString();
      held.setLength(0);
      files.append(path, added);
    }
  }
}
