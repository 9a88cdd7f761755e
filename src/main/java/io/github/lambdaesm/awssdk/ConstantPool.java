package io.github.lambdaesm.awssdk;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * The constants of a class file: first those of another file, under the same indexes, then more.
 * Each method adds a constant and returns its index.
 *
 * <p>The JVM rejects the class if the other file has constants for lambdas, because their bootstrap
 * methods are not copied. The AWS SDK's interface has none.
 */
final class ConstantPool {
  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);
  private int count;

  ConstantPool(InterfaceFile inherited) {
    var constants = inherited.constants();
    bytes.write(constants.array(), constants.arrayOffset(), constants.remaining());
    count = inherited.constantCount();
  }

  int text(String text) throws IOException {
    out.writeByte(UTF8);
    out.writeUTF(text);
    return count++;
  }

  int type(String internalName) throws IOException {
    int name = text(internalName);
    out.writeByte(CLASS);
    out.writeShort(name);
    return count++;
  }

  int field(int owner, int name, int descriptor) throws IOException {
    return add(FIELD, owner, nameAndType(name, descriptor));
  }

  int method(int owner, int name, int descriptor) throws IOException {
    return add(METHOD, owner, nameAndType(name, descriptor));
  }

  int interfaceMethod(int owner, int name, int descriptor) throws IOException {
    return add(INTERFACE_METHOD, owner, nameAndType(name, descriptor));
  }

  void writeTo(DataOutputStream classFile) throws IOException {
    classFile.writeShort(count);
    bytes.writeTo(classFile);
  }

  private int nameAndType(int name, int descriptor) throws IOException {
    return add(NAME_AND_TYPE, name, descriptor);
  }

  private int add(int kind, int first, int second) throws IOException {
    out.writeByte(kind);
    out.writeShort(first);
    out.writeShort(second);
    return count++;
  }
}
