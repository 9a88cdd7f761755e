package io.github.lambdaesm.awssdk;

import java.io.IOException;

/**
 * An instance method in the class file of an interface. All parameters and the result are objects;
 * there may be no result.
 *
 * @param nameConstant the index of the name among the constants of the file
 * @param descriptorConstant the index of the descriptor
 * @param descriptor the types of the parameters and of the result, as in a class file
 */
record InterfaceMethod(int nameConstant, int descriptorConstant, String name, String descriptor) {

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
