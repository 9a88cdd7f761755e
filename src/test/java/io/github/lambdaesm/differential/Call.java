package io.github.lambdaesm.differential;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Calls an operation by its name on either client.
 *
 * @param status the HTTP status of a successful response
 */
record Call(String operation, int status) {
  static final List<Call> ALL =
      List.of(
          new Call("CreateEventSourceMapping", 202),
          new Call("GetEventSourceMapping", 200),
          new Call("ListEventSourceMappings", 200),
          new Call("UpdateEventSourceMapping", 202),
          new Call("DeleteEventSourceMapping", 202),
          new Call("TagResource", 204),
          new Call("UntagResource", 204),
          new Call("ListTags", 200));

  OracleStructure request() {
    return structure("Request");
  }

  OracleStructure response() {
    return structure("Response");
  }

  private OracleStructure structure(String suffix) {
    Class<?> type = OracleStructure.named(operation + suffix);
    return OracleStructure.of(() -> (SdkPojo) Reflection.invoke(type, "builder", null));
  }

  /** Calls the client's public method that takes this request. */
  Object on(Object client, Object request) {
    Method method =
        Arrays.stream(publicInterface(client).getMethods())
            .filter(each -> each.getName().equalsIgnoreCase(operation))
            .filter(each -> each.getParameterCount() == 1)
            .filter(each -> each.getParameterTypes()[0].isInstance(request))
            .findFirst()
            .orElseThrow(() -> new AssertionError(client + " has no " + operation));
    return Reflection.invoke(method, client, request);
  }

  private static Class<?> publicInterface(Object client) {
    return Arrays.stream(client.getClass().getInterfaces())
        .filter(each -> each.getSimpleName().equals("LambdaClient"))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String toString() {
    return operation;
  }
}
