package io.amorsize.jmh.page;

import io.amorsize.result.ResultFormatException;
import io.amorsize.result.ShownText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where commits can be looked at.
 *
 * @param template an address with {@code {commit}} in it; empty where commits are not linked
 */
public record CommitLinks(Optional<String> template) {

  private static final String COMMIT = "{commit}";

  /** No commit is linked. */
  public static final CommitLinks NONE = new CommitLinks(Optional.empty());

  /**
   * Links by a template.
   *
   * @throws ResultFormatException in one sentence, if it is no address on the web or names no
   *     commit
   */
  public static CommitLinks of(String template) {
    boolean web = template.startsWith("https://") || template.startsWith("http://");
    if (!web || !template.contains(COMMIT)) {
      throw new ResultFormatException(
          "--commit-url "
              + ShownText.of(template)
              + ": must begin with https:// or http:// and hold "
              + COMMIT
              + ", as in https://github.com/acme/lists/commit/"
              + COMMIT);
    }
    return new CommitLinks(Optional.of(template));
  }

  /** The address of a commit. */
  Optional<String> to(String commit) {
    return template.map(
        text -> text.replace(COMMIT, URLEncoder.encode(commit, StandardCharsets.UTF_8)));
  }
}
