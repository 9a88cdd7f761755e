package io.github.lambdaesm.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lambdaesm.internal.shape.Member;
import io.github.lambdaesm.internal.shape.Shape;
import io.github.lambdaesm.model.CreateEventSourceMappingRequest;
import io.github.lambdaesm.model.EventSourceMappingConfiguration;
import io.github.lambdaesm.model.UpdateEventSourceMappingRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table has a row for every member of the models, and no other. */
class MemberTableTest {
  private static final Set<String> PATHS =
      MemberTable.RULES.stream().map(MemberRule::path).collect(Collectors.toSet());

  @ParameterizedTest
  @ValueSource(
      classes = {
        CreateEventSourceMappingRequest.class,
        UpdateEventSourceMappingRequest.class,
        EventSourceMappingConfiguration.class
      })
  void hasRowForEveryMember(Class<?> model) {
    Set<String> missing = new TreeSet<>();
    addMissing("", Shape.of(model), missing);

    assertThat(missing).isEmpty();
  }

  /** A row for a structure covers its members, unless one of them has a row. */
  private static void addMissing(String prefix, Shape<?> shape, Set<String> missing) {
    for (Member<?> member : shape.members()) {
      String path = prefix + member.name();
      boolean isSplit = PATHS.stream().anyMatch(each -> each.startsWith(path + "."));
      Shape<?> structure = member.type().structure();
      if (isSplit && structure != null) {
        addMissing(path + ".", structure, missing);
      } else if (!PATHS.contains(path)) {
        missing.add(path);
      }
    }
  }

  @Test
  void hasNoDuplicateOrUnknownRow() {
    List<String> paths = MemberTable.RULES.stream().map(MemberRule::path).toList();

    assertThat(new HashSet<>(paths)).hasSameSizeAs(paths);
    assertThat(paths).allMatch(MemberTableTest::exists);
  }

  private static boolean exists(String path) {
    return hasPath(Shape.of(CreateEventSourceMappingRequest.class), path)
        || hasPath(Shape.of(EventSourceMappingConfiguration.class), path);
  }

  private static boolean hasPath(Shape<?> shape, String path) {
    String[] names = path.split("\\.", 2);
    Member<?> member = shape.member(names[0]);
    if (member == null || names.length == 1) {
      return member != null;
    }
    Shape<?> structure = member.type().structure();
    return structure != null && hasPath(structure, names[1]);
  }

  @Test
  void updatesOnlyWhatAnUpdateHas() {
    Shape<?> update = Shape.of(UpdateEventSourceMappingRequest.class);

    for (MemberRule rule : MemberTable.RULES) {
      if (rule.treatment() == MemberTreatment.UPDATED) {
        assertThat(hasPath(update, rule.path())).as(rule.path()).isTrue();
      } else if (!rule.path().contains(".")) {
        assertThat(hasPath(update, rule.path()))
            .as(rule.path())
            .isEqualTo(rule.path().equals("UUID"));
      }
    }
  }

  @Test
  void comparesWhatACreateHas() {
    Shape<?> create = Shape.of(CreateEventSourceMappingRequest.class);

    for (MemberRule rule : MemberTable.RULES) {
      boolean isOfCreate = hasPath(create, rule.path()) && !rule.path().equals("Tags");
      assertThat(rule.isCompared()).as(rule.path()).isEqualTo(isOfCreate);
    }
  }
}
