package io.github.lambdaesm.awssdk;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Writes the class file of a subclass of {@link MappingOperations}. Each method of the AWS SDK's
 * interface that {@link CombinedClients#isDelegated is delegated} calls the same method of the
 * field {@code others}.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">Java Virtual
 *     Machine Specification: the class file format</a>
 */
final class DelegatingClass {
  private static final int MAGIC = 0xCAFEBABE;
  private static final int JAVA_17 = 61;
  private static final int ACC_PUBLIC = 0x0001;
  private static final int ACC_SUPER = 0x0020;
  private static final int ACC_SYNTHETIC = 0x1000;
  private static final int ALOAD = 25;
  private static final int ARETURN = 176;
  private static final int RETURN = 177;
  private static final int GETFIELD = 180;
  private static final int INVOKESPECIAL = 183;
  private static final int INVOKEINTERFACE = 185;

  private static final String PARENT = MappingOperations.class.getName().replace('.', '/');
  private static final String NAME = PARENT + "AndOthers";
  private static final String SDK_CLIENT = "software/amazon/awssdk/services/lambda/LambdaClient";
  private static final String CONSTRUCTOR =
      "(Lio/github/lambdaesm/LambdaClient;L" + SDK_CLIENT + ";)V";

  private final InterfaceFile sdkClient;
  private final ConstantPool constants;
  private final ByteArrayOutputStream methodBytes = new ByteArrayOutputStream();
  private final DataOutputStream methods = new DataOutputStream(methodBytes);
  private final int parentType;
  private final int sdkClientType;
  private final int codeText;

  private DelegatingClass(InterfaceFile sdkClient) throws IOException {
    this.sdkClient = sdkClient;
    // The names and descriptors of the methods, which are most of its constants, are not copied
    // one by one: that would take more time than everything else.
    this.constants = new ConstantPool(sdkClient);
    this.parentType = constants.type(PARENT);
    this.sdkClientType = constants.type(SDK_CLIENT);
    this.codeText = constants.text("Code");
  }

  /**
   * Returns the bytes of the class.
   *
   * @param sdkInterface the class file of the AWS SDK's interface. Reflection would load the
   *     classes of all parameters
   */
  static byte[] write(InputStream sdkInterface) throws IOException {
    return new DelegatingClass(InterfaceFile.read(sdkInterface)).toBytes();
  }

  private byte[] toBytes() throws IOException {
    int count = writeMethods();
    int self = constants.type(NAME);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeShort(0);
    out.writeShort(JAVA_17);
    constants.writeTo(out);
    out.writeShort(ACC_SUPER | ACC_SYNTHETIC);
    out.writeShort(self);
    out.writeShort(parentType);
    out.writeShort(0); // interfaces
    out.writeShort(0); // fields
    out.writeShort(count);
    methodBytes.writeTo(out);
    out.writeShort(0); // attributes
    return bytes.toByteArray();
  }

  /** Returns the number of methods. */
  private int writeMethods() throws IOException {
    writeConstructor();
    int count = 1;
    int others =
        constants.field(
            parentType, constants.text("others"), constants.text("L" + SDK_CLIENT + ";"));
    for (InterfaceMethod method : sdkClient.methods()) {
      if (CombinedClients.isDelegated(method.name())) {
        writeDelegate(method, others);
        count++;
      }
    }
    return count;
  }

  private void writeConstructor() throws IOException {
    int name = constants.text("<init>");
    int descriptor = constants.text(CONSTRUCTOR);
    Code code = new Code();
    code.loadReferences(3);
    code.write(INVOKESPECIAL, constants.method(parentType, name, descriptor));
    code.writeByte(RETURN);
    writeMethod(0, name, descriptor, code, 3);
  }

  /**
   * @param others the constant of the field
   */
  private void writeDelegate(InterfaceMethod method, int others) throws IOException {
    int name = method.nameConstant();
    int descriptor = method.descriptorConstant();
    int parameters = method.parameters();
    Code code = new Code();
    code.loadReferences(1);
    code.write(GETFIELD, others);
    for (int i = 1; i <= parameters; i++) {
      code.loadReference(i);
    }
    code.write(INVOKEINTERFACE, constants.interfaceMethod(sdkClientType, name, descriptor));
    code.writeByte(parameters + 1);
    code.writeByte(0);
    code.writeByte(method.returnsVoid() ? RETURN : ARETURN);
    writeMethod(ACC_PUBLIC, name, descriptor, code, parameters + 1);
  }

  /**
   * @param name the constant of the name
   * @param descriptor the constant of the descriptor
   */
  private void writeMethod(int access, int name, int descriptor, Code code, int variables)
      throws IOException {
    byte[] instructions = code.toBytes();
    methods.writeShort(access);
    methods.writeShort(name);
    methods.writeShort(descriptor);
    methods.writeShort(1); // attributes
    methods.writeShort(codeText);
    methods.writeInt(12 + instructions.length);
    methods.writeShort(variables + 1); // maximum height of the stack
    methods.writeShort(variables);
    methods.writeInt(instructions.length);
    methods.write(instructions);
    methods.writeShort(0); // exception handlers
    methods.writeShort(0); // attributes
  }

  /** The instructions of a method. */
  private static final class Code {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Loads the first local variables, the first of which is {@code this}. */
    void loadReferences(int count) {
      for (int i = 0; i < count; i++) {
        loadReference(i);
      }
    }

    void loadReference(int variable) {
      bytes.write(ALOAD);
      bytes.write(variable);
    }

    void write(int instruction, int constant) {
      bytes.write(instruction);
      bytes.write(constant >> 8);
      bytes.write(constant);
    }

    void writeByte(int value) {
      bytes.write(value);
    }

    byte[] toBytes() {
      return bytes.toByteArray();
    }
  }
}
