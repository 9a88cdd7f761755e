package io.github.lambdaesm.differential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkField;

/**
 * Writes a structure as a service might, now or in the future: members in any order, nulls, unknown
 * members, and numbers and text in any form that JSON allows.
 */
final class RandomJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ObjectWriter AS_TEXT = JsonMapper.builder().build().writer();
  private static final ObjectWriter ESCAPED =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .build()
          .writer();

  private final SplittableRandom random;
  private final RandomValues values;

  RandomJson(SplittableRandom random) {
    this.random = random;
    this.values = new RandomValues(random);
  }

  String write(StructureValue structure) {
    ObjectWriter writer = random.nextBoolean() ? AS_TEXT : ESCAPED;
    try {
      return (random.nextBoolean() ? writer : writer.withDefaultPrettyPrinter())
          .writeValueAsString(object(structure));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private ObjectNode object(StructureValue structure) {
    List<Consumer<ObjectNode>> entries = new ArrayList<>();
    for (SdkField<?> member : structure.structure().members()) {
      Object value = structure.members().get(member);
      if (value != null) {
        JsonNode node = node(value);
        entries.add(object -> object.set(member.locationName(), node));
      } else if (random.nextBoolean()) {
        entries.add(object -> object.putNull(member.locationName()));
      }
      if (random.nextInt(8) == 0) {
        JsonNode node = unknown(3);
        String name = unknownName(member.locationName());
        entries.add(object -> object.set(name, node));
      }
    }
    Collections.shuffle(entries, new Random(random.nextLong()));
    ObjectNode object = NODES.objectNode();
    entries.forEach(entry -> entry.accept(object));
    return object;
  }

  /**
   * Returns an unknown name. Names are case-sensitive, so a known name in lower case is unknown.
   */
  private String unknownName(String known) {
    return random.nextBoolean() ? known.toLowerCase(Locale.ROOT) : "Unknown" + values.text();
  }

  private JsonNode unknown(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextLong());
      case 3 -> NODES.numberNode(random.nextDouble() * 1e300);
      case 4 -> NODES.textNode(values.text());
      case 5 -> NODES.arrayNode().add(unknown(depth - 1)).add(unknown(depth - 1));
      default -> NODES.objectNode().set("BatchSize", unknown(depth - 1));
    };
  }

  private JsonNode node(Object value) {
    if (value instanceof StructureValue structure) {
      return object(structure);
    } else if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(each -> array.add(node(each)));
      return array;
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      map.forEach((key, each) -> object.set((String) key, node(each)));
      return object;
    } else if (value instanceof Instant instant) {
      return DecimalNode.valueOf(epochSeconds(instant));
    } else if (value instanceof Integer integer) {
      return NODES.numberNode(integer);
    } else if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    return NODES.textNode((String) value);
  }

  /**
   * Returns the time in one of its forms: {@code 1569284520}, {@code 1569284520.000} and {@code
   * 1.56928452E9} are the same time.
   */
  private BigDecimal epochSeconds(Instant instant) {
    BigDecimal seconds = BigDecimal.valueOf(instant.toEpochMilli(), 3);
    BigDecimal shortest = seconds.stripTrailingZeros();
    return switch (random.nextInt(4)) {
      case 0 -> seconds;
      case 1 -> shortest;
      case 2 -> shortest.scale() < 0 ? shortest.setScale(0) : shortest;
      default -> seconds.signum() < 0 ? seconds : withMicros(instant);
    };
  }

  /**
   * Not used for a time before 1970. There, the AWS SDK rounds a fraction of a millisecond up, and
   * this library rounds it down, as {@link Instant#toEpochMilli()} does.
   */
  private static BigDecimal withMicros(Instant instant) {
    return BigDecimal.valueOf(instant.getEpochSecond())
        .add(BigDecimal.valueOf(instant.getNano() / 1_000, 6));
  }
}
