package io.github.lambdaesm;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.lambdaesm.testsupport.SameJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Holds what a program printed and the requests that the service received. */
record ProgramRun(String output, List<Request> requests) {

  record Request(String client, String method, String url, String body) {
    private static Request of(LoggedRequest logged) {
      return new Request(
          logged.getHeader("User-Agent"),
          logged.getMethod().getName(),
          logged.getUrl(),
          logged.getBodyAsString());
    }

    /** Returns whether the requests are the same, regardless of the client that sent them. */
    boolean isEquivalentTo(Request other) {
      return method.equals(other.method)
          && url.equals(other.url)
          && SameJson.areEqual(body, other.body);
    }
  }

  /** Calls a program's {@code run(PrintStream, String...)} with the endpoint as first argument. */
  static ProgramRun of(Class<?> program, WireMockExtension service, String... arguments) {
    List<String> all = new ArrayList<>(List.of("http://127.0.0.1:" + service.getPort()));
    all.addAll(List.of(arguments));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8)) {
      program
          .getMethod("run", PrintStream.class, String[].class)
          .invoke(null, out, all.toArray(String[]::new));
    } catch (InvocationTargetException e) {
      throw new AssertionError(program + " fails: " + e.getCause(), e.getCause());
    } catch (NoSuchMethodException | IllegalAccessException e) {
      throw new LinkageError(program + " has no run(PrintStream, String...)", e);
    }
    return new ProgramRun(
        output.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"),
        service.findAll(anyRequestedFor(anyUrl())).stream().map(Request::of).toList());
  }
}
