package io.github.lambdaesm.awssdk;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance method in the class file of an interface. All parameters and the result are objects;
 * there may be no result.
 *
 * @param descriptor the types of the parameters and of the result, as in a class file
 */
record ClassFileMethod(String name, String descriptor) {
  private static final int ACC_PRIVATE = 0x0002;
  private static final int ACC_STATIC = 0x0008;
  private static final int ACC_BRIDGE = 0x0040;

  /**
   * Reads the methods of an interface.
   *
   * @throws IOException if the class file has an unknown format
   */
  static List<ClassFileMethod> readAll(InputStream classFile) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(classFile));
    in.readInt(); // magic number
    in.readInt(); // version
    @Nullable String[] texts = readTexts(in);
    in.skipNBytes(6); // access, this class, super class
    in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
    readMembers(in, texts); // fields
    return readMembers(in, texts);
  }

  private static @Nullable String[] readTexts(DataInputStream in) throws IOException {
    @Nullable String[] texts = new @Nullable String[in.readUnsignedShort()];
    for (int i = 1; i < texts.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // a long or a double takes two entries
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("unknown constant " + tag);
      }
    }
    return texts;
  }

  private static List<ClassFileMethod> readMembers(DataInputStream in, @Nullable String[] texts)
      throws IOException {
    List<ClassFileMethod> members = new ArrayList<>();
    for (int count = in.readUnsignedShort(); count > 0; count--) {
      int access = in.readUnsignedShort();
      String name = String.valueOf(texts[in.readUnsignedShort()]);
      String descriptor = String.valueOf(texts[in.readUnsignedShort()]);
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        in.readUnsignedShort();
        in.skipNBytes(in.readInt());
      }
      if ((access & (ACC_PRIVATE | ACC_STATIC | ACC_BRIDGE)) == 0) {
        members.add(new ClassFileMethod(name, descriptor));
      }
    }
    return members;
  }

  boolean returnsVoid() {
    return descriptor.endsWith(")V");
  }

  /**
   * Returns the number of parameters.
   *
   * @throws IOException if a parameter or the result is a primitive
   */
  int parameters() throws IOException {
    int count = 0;
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      at = endOfObject(at);
      count++;
    }
    if (!returnsVoid()) {
      endOfObject(at + 1);
    }
    return count;
  }

  private int endOfObject(int start) throws IOException {
    int at = start;
    while (descriptor.charAt(at) == '[') {
      at++;
    }
    if (descriptor.charAt(at) == 'L') {
      return descriptor.indexOf(';', at) + 1;
    }
    if (at == start) {
      throw new IOException(name + descriptor + " has a primitive type");
    }
    return at + 1; // an array of primitives
  }
}
