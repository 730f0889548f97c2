package org.escapement.cli;

/**
 * Something was asked for that cannot be done; the message is one sentence for the person who
 * asked.
 */
final class UserMistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  UserMistake(String message) {
    super(message);
  }
}
