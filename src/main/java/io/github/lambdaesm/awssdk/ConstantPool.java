package io.github.lambdaesm.awssdk;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The constants of a class file. Each method returns the index of a constant, adding it if needed.
 */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;

  private final Map<String, Integer> texts = new HashMap<>();

  /** The other constants, by their kind and the indexes that they refer to. */
  private final Map<Long, Integer> references = new HashMap<>();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  int text(String text) throws IOException {
    Integer known = texts.get(text);
    if (known != null) {
      return known;
    }
    out.writeByte(UTF8);
    out.writeUTF(text);
    int index = size() + 1;
    texts.put(text, index);
    return index;
  }

  int type(String internalName) throws IOException {
    return add(CLASS, text(internalName), 0);
  }

  int field(String owner, String name, String descriptor) throws IOException {
    return add(FIELD, type(owner), nameAndType(name, descriptor));
  }

  int method(String owner, String name, String descriptor) throws IOException {
    return add(METHOD, type(owner), nameAndType(name, descriptor));
  }

  int interfaceMethod(String owner, String name, String descriptor) throws IOException {
    return add(INTERFACE_METHOD, type(owner), nameAndType(name, descriptor));
  }

  void writeTo(DataOutputStream classFile) throws IOException {
    classFile.writeShort(size() + 1);
    bytes.writeTo(classFile);
  }

  private int size() {
    return texts.size() + references.size();
  }

  private int nameAndType(String name, String descriptor) throws IOException {
    return add(NAME_AND_TYPE, text(name), text(descriptor));
  }

  private int add(int kind, int first, int second) throws IOException {
    long key = (long) kind << 32 | (long) first << 16 | second;
    Integer known = references.get(key);
    if (known != null) {
      return known;
    }
    out.writeByte(kind);
    out.writeShort(first);
    if (kind != CLASS) {
      out.writeShort(second);
    }
    int index = size() + 1;
    references.put(key, index);
    return index;
  }
}
