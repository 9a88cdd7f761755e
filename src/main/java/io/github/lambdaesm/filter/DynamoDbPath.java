package io.github.lambdaesm.filter;

import java.util.List;
import java.util.Set;

/** Follows the keys of a DynamoDB record, where the value of each attribute names its type. */
final class DynamoDbPath {
  static final String RECORD = "dynamodb";
  static final String NEW_IMAGE = "NewImage";
  static final String OLD_IMAGE = "OldImage";
  static final String KEYS = "Keys";

  private static final Set<String> IMAGES = Set.of(NEW_IMAGE, OLD_IMAGE, KEYS);
  private static final Set<String> SCALAR_TYPES =
      Set.of("S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS");

  /** Where a path ends. */
  enum Place {
    /** Not in an image of the item. */
    OUTSIDE,
    /** At the record or an image, which contain objects. */
    IMAGE,
    /** At the name of an attribute, whose type is missing. */
    ATTRIBUTE,
    /** At the type M, which is followed by the name of an attribute. */
    MAP,
    /** At the type L, which is followed by the type of the elements. */
    LIST,
    /** At the type of a value. */
    VALUE,
    /** At or below a key that is no type, or below the type of a value. */
    INVALID
  }

  private DynamoDbPath() {}

  /** Returns whether a path leads to an image, or to a place in one. */
  static boolean isInImage(KeyPath path) {
    return placeOf(path) != Place.OUTSIDE;
  }

  static Place placeOf(KeyPath path) {
    List<String> names = path.names();
    if (!names.get(0).equals(RECORD)) {
      return Place.OUTSIDE;
    }
    if (names.size() > 1 && !IMAGES.contains(names.get(1))) {
      return Place.OUTSIDE;
    }
    Place place = Place.IMAGE;
    for (int i = 2; i < names.size() && place != Place.INVALID; i++) {
      place = next(place, names.get(i));
    }
    return place;
  }

  private static Place next(Place place, String name) {
    return switch (place) {
      case IMAGE, MAP -> Place.ATTRIBUTE;
      case ATTRIBUTE, LIST -> placeOfType(name);
      default -> Place.INVALID;
    };
  }

  private static Place placeOfType(String name) {
    return switch (name) {
      case "M" -> Place.MAP;
      case "L" -> Place.LIST;
      default -> SCALAR_TYPES.contains(name) ? Place.VALUE : Place.INVALID;
    };
  }
}
