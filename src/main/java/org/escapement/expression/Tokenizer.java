package org.escapement.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a formula into numbers, names and the signs + - * / ^ ( ), and refuses whatever else stands
 * there. Letters and digits are those of ASCII.
 */
final class Tokenizer {
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,9})?");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final String SIGNS = "+-*/^()";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    return new Tokenizer(text).all();
  }

  /** Whether a word could be the name of a variable. */
  static boolean isName(String word) {
    return NAME.matcher(word).matches();
  }

  private List<Token> all() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      at += c == ' ' || c == '\t' || c == '\n' || c == '\r' ? 1 : token(at, c);
    }
    tokens.add(new Token(Token.Kind.END, "", text.length() + 1, Double.NaN));
    return List.copyOf(tokens);
  }

  /** Adds the token that begins there; its length. */
  private int token(int at, char c) {
    if (SIGNS.indexOf(c) >= 0) {
      tokens.add(new Token(Token.Kind.SIGN, String.valueOf(c), at + 1, Double.NaN));
      return 1;
    }
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (matcher.lookingAt()) {
      tokens.add(number(matcher.group(), at + 1));
      return matcher.end() - at;
    }
    matcher = NAME.matcher(text).region(at, text.length());
    if (matcher.lookingAt()) {
      tokens.add(new Token(Token.Kind.NAME, matcher.group(), at + 1, Double.NaN));
      return matcher.end() - at;
    }
    throw Parser.refused(at + 1, "unexpected character " + shown(at));
  }

  private static Token number(String digits, int column) {
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      throw Parser.refused(column, digits + " is too large for a double");
    }
    return new Token(Token.Kind.NUMBER, digits, column, value);
  }

  /** The character itself where that can be read, else its number. */
  private String shown(int at) {
    int character = text.codePointAt(at);
    return character > ' ' && character < 0x7f
        ? Character.toString(character)
        : "U+%04X".formatted(character);
  }
}
