package io.honeypods.mysql.account;

import java.security.MessageDigest;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code caching_sha2_password}: a password that was proven once in clear is kept as
 * SHA256(SHA256(password)), against which the short answer SHA256(password) XOR
 * SHA256(SHA256(SHA256(password)), scramble) is checked from then on.
 */
public final class CachingSha2Password {
  private static final int MAX_CACHED = 1024;

  private final Accounts accounts;
  private final ConcurrentMap<Account, byte[]> cache = new ConcurrentHashMap<>();
  private volatile long generation;

  public CachingSha2Password(Accounts accounts) {
    this.accounts = accounts;
  }

  /** What a short answer shows. */
  public enum Verdict {
    RIGHT,
    /** Nothing is cached, or the answer does not fit: the password itself has to be asked for. */
    UNPROVEN
  }

  /** Looks at the short answer to a scramble. */
  public Verdict check(Account account, byte[] scramble, byte[] response) {
    byte[] cached = cached(account);
    if (cached == null || response.length != Hashes.SHA256_LENGTH) {
      return Verdict.UNPROVEN;
    }
    byte[] once = Hashes.xor(response, Hashes.sha256(cached, scramble));
    return MessageDigest.isEqual(Hashes.sha256(once), cached) ? Verdict.RIGHT : Verdict.UNPROVEN;
  }

  /** Whether a password in clear is right; if so, short answers will do from now on. */
  public boolean checkInClear(Account account, byte[] password) {
    boolean right = Passwords.matches(account, password);
    if (right && cache.size() < MAX_CACHED) {
      cache.put(account, Hashes.sha256(Hashes.sha256(password)));
    }
    return right;
  }

  private byte @Nullable [] cached(Account account) {
    long now = accounts.generation();
    if (generation != now) {
      generation = now;
      cache.clear();
    }
    return cache.get(account);
  }
}
