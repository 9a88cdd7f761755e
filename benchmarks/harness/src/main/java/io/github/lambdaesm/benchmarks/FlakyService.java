package io.github.lambdaesm.benchmarks;

import io.github.lambdaesm.benchmarks.Server.Request;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A faulty service in a separate process. Of every hundred requests, it resets one, answers one
 * with 503 and throttles two. Each response contains the function name of its request.
 *
 * <p>It injects no faults into requests whose function name starts with {@code calm-}, but answers
 * them only in groups of {@link #CONCURRENT_REQUESTS}. The number in the function name of a list
 * request is the number of mappings to return.
 */
public final class FlakyService {
  static final int CONCURRENT_REQUESTS = 50;

  private static final CyclicBarrier BARRIER = new CyclicBarrier(CONCURRENT_REQUESTS);
  private static final Pattern FUNCTION =
      Pattern.compile("(?:\"FunctionName\":\"|FunctionName=)([\\w-]+)");
  private static final Pattern MARKER = Pattern.compile("Marker=(\\d+)");
  private static final int PAGE = 100;

  private static final byte[] THROTTLING =
      Server.response(
          429, "x-amzn-ErrorType: TooManyRequestsException\r\n", "{\"message\":\"Rate exceeded\"}");
  private static final LongAdder RESETS = new LongAdder();
  private static final LongAdder UNAVAILABLE = new LongAdder();
  private static final LongAdder THROTTLED = new LongAdder();

  private FlakyService() {}

  /**
   * Prints the service's port and a control port. The control port returns four numbers: open
   * connections, and requests that were reset, answered with 503, and throttled.
   */
  public static void main(String[] args) throws Exception {
    ServerSocket socket = Server.openSocket();
    Server server = Server.start(socket, FlakyService::handle);
    ServerSocket control = Server.openSocket();
    Server.start(
        control,
        request ->
            Server.response(
                200,
                "",
                server.openConnections() + " " + RESETS + " " + UNAVAILABLE + " " + THROTTLED));
    System.out.println(socket.getLocalPort() + " " + control.getLocalPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }

  private static byte[] handle(Request request) {
    Matcher matcher = FUNCTION.matcher(request.line() + request.body());
    String function = matcher.find() ? matcher.group(1) : "";
    if (request.line().startsWith("GET")) {
      return pageResponse(request, Integer.parseInt(function.replaceAll("\\D", "")));
    }
    if (function.startsWith("calm-")) {
      return awaitBarrier() ? mappingResponse(function) : Server.response(400, "", "");
    }
    return switch (ThreadLocalRandom.current().nextInt(100)) {
      case 0 -> count(RESETS, new byte[0]);
      case 1 -> count(UNAVAILABLE, Server.response(503, "", ""));
      case 2, 3 -> count(THROTTLED, THROTTLING);
      default -> mappingResponse(function);
    };
  }

  private static byte[] count(LongAdder counter, byte[] response) {
    counter.increment();
    return response;
  }

  /** Waits for the other requests. Returns false if they do not arrive in time. */
  private static boolean awaitBarrier() {
    try {
      BARRIER.await(5, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      return false;
    }
  }

  private static byte[] mappingResponse(String function) {
    return Server.response(202, "", Payloads.MAPPING_RESPONSE.replace("my-function", function));
  }

  private static byte[] pageResponse(Request request, int total) {
    Matcher marker = MARKER.matcher(request.line());
    int first = marker.find() ? Integer.parseInt(marker.group(1)) : 0;
    int end = Math.min(total, first + PAGE);
    StringBuilder page = new StringBuilder("{");
    if (end < total) {
      page.append("\"NextMarker\":\"").append(end).append("\",");
    }
    page.append("\"EventSourceMappings\":[");
    for (int i = first; i < end; i++) {
      page.append(i == first ? "" : ",").append(Payloads.MAPPING_RESPONSE);
    }
    return Server.response(200, "", page.append("]}").toString());
  }
}
