package org.escapement.study;

/**
 * Storage could not do what it was asked; the message is one sentence for the person who runs the
 * study.
 */
public final class StorageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Who can mend it. */
  public enum Fault {
    /** The output that was asked for cannot be used: another one must be named. */
    OUTPUT,
    /** The storage itself failed, or holds something that cannot be read. */
    STORAGE
  }

  private final Fault fault;

  /** Without a cause that would say more than the message does. */
  public StorageException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** The message must say already what the cause says. */
  public StorageException(Fault fault, String message, Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** Who can mend it. */
  public Fault fault() {
    return fault;
  }
}
