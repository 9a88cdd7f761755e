package io.github.lambdaesm.awssdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The class file of an interface: its constants, whose indexes count from 1, and its methods. */
final class InterfaceFile {
  private static final int ACC_PRIVATE = 0x0002;
  private static final int ACC_STATIC = 0x0008;
  private static final int ACC_BRIDGE = 0x0040;

  private final ByteBuffer file;

  /** The positions of the constants that are strings; 0 for the others. */
  private final int[] texts;

  private final int firstConstant;
  private final int endOfConstants;

  private InterfaceFile(byte[] bytes) throws IOException {
    this.file = ByteBuffer.wrap(bytes);
    skip(8); // magic number, version
    this.texts = new int[unsignedShort()];
    this.firstConstant = file.position();
    findTexts();
    this.endOfConstants = file.position();
  }

  /**
   * Reads a class file.
   *
   * @throws IOException if it has an unknown format
   */
  static InterfaceFile read(InputStream classFile) throws IOException {
    try {
      return new InterfaceFile(classFile.readAllBytes());
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new IOException("the class file is cut off", e);
    }
  }

  /** Returns the number of constants, plus one. */
  int constantCount() {
    return texts.length;
  }

  /** Returns the constants as bytes, in the format of the file. */
  ByteBuffer constants() {
    return file.slice(firstConstant, endOfConstants - firstConstant);
  }

  /** Returns the instance methods. */
  List<InterfaceMethod> methods() {
    file.position(endOfConstants);
    skip(6); // access, this class, super class
    skip(2 * unsignedShort()); // interfaces
    members(); // fields
    return members();
  }

  private void findTexts() throws IOException {
    for (int i = 1; i < texts.length; i++) {
      int tag = file.get();
      switch (tag) {
        case 1 -> {
          texts[i] = file.position();
          skip(unsignedShort());
        }
        case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(4);
        case 5, 6 -> {
          skip(8);
          i++; // a long or a double takes two entries
        }
        case 7, 8, 16, 19, 20 -> skip(2);
        case 15 -> skip(3);
        default -> throw new IOException("unknown constant " + tag);
      }
    }
  }

  private List<InterfaceMethod> members() {
    List<InterfaceMethod> members = new ArrayList<>();
    for (int count = unsignedShort(); count > 0; count--) {
      int access = unsignedShort();
      int name = unsignedShort();
      int descriptor = unsignedShort();
      for (int attributes = unsignedShort(); attributes > 0; attributes--) {
        skip(2);
        skip(file.getInt());
      }
      if ((access & (ACC_PRIVATE | ACC_STATIC | ACC_BRIDGE)) == 0) {
        members.add(new InterfaceMethod(name, descriptor, text(name), text(descriptor)));
      }
    }
    return members;
  }

  private String text(int constant) {
    int start = texts[constant];
    return new String(file.array(), start + 2, file.getShort(start) & 0xFFFF, UTF_8);
  }

  private int unsignedShort() {
    return file.getShort() & 0xFFFF;
  }

  private void skip(int bytes) {
    file.position(file.position() + bytes);
  }
}
