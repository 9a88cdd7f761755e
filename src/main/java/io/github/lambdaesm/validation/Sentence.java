package io.github.lambdaesm.validation;

import io.github.lambdaesm.internal.text.Excerpt;
import io.github.lambdaesm.model.EventSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence about a request, with placeholders in braces: the path of a member, {@code source},
 * {@code member} for the path that is reported, or one of the {@link Facts}. Words after a vertical
 * bar replace the value where there is no request: {@code BatchSize {BatchSize|above 10} is too
 * large for {source}}.
 */
final class Sentence {
  private static final String ANY_SOURCE = "this event source";

  /** Texts at even indexes, placeholders at odd ones. */
  private final String[] parts;

  private Sentence(String[] parts) {
    this.parts = parts;
  }

  static Sentence of(String template) {
    return new Sentence(template.split("[{}]", -1));
  }

  /** Returns the sentence for a request and the member that is reported. */
  String of(MappingView view, MemberPath member) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      text.append(i % 2 == 0 ? parts[i] : value(nameIn(parts[i]), view, member));
    }
    return text.toString();
  }

  /** Returns the sentence without a request, for the types of event source it is about. */
  String general(Set<EventSource> sources) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      text.append(i % 2 == 0 ? parts[i] : wordsFor(parts[i], sources));
    }
    return text.toString().replace("  ", " ").trim();
  }

  private static String nameIn(String placeholder) {
    int bar = placeholder.indexOf('|');
    return bar < 0 ? placeholder : placeholder.substring(0, bar);
  }

  private static String wordsFor(String placeholder, Set<EventSource> sources) {
    int bar = placeholder.indexOf('|');
    if (bar >= 0) {
      return placeholder.substring(bar + 1);
    }
    return sources.size() == 1 ? sources.iterator().next().phrase() : ANY_SOURCE;
  }

  private static String value(String name, MappingView view, MemberPath member) {
    Facts facts = view.facts();
    return switch (name) {
      case "member" -> member.toString();
      case "source" -> phrase(view.source());
      case "region" -> String.valueOf(facts.region());
      case "timeout" -> seconds(facts.timeout());
      case "visibility" -> seconds(facts.visibilityTimeout());
      case "reserved" -> String.valueOf(facts.reservedConcurrency());
      default -> printable(view.value(MemberPath.of(name)));
    };
  }

  private static String phrase(@Nullable EventSource source) {
    return source == null ? ANY_SOURCE : source.phrase();
  }

  private static String seconds(@Nullable Duration duration) {
    return duration == null ? "?" : String.valueOf(duration.toSeconds());
  }

  private static String printable(@Nullable Object value) {
    return value instanceof List<?> list
        ? String.valueOf(list.size())
        : Excerpt.of(String.valueOf(value));
  }
}
