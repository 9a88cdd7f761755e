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
 * A service with trouble, in a process of its own: of a hundred requests it resets one, answers one
 * with 503 and throttles two. Each answer names the function that was asked for. What is named
 * {@code calm-...} has no trouble, but is answered only when {@link #AT_ONCE} of its kind are here.
 * A list has as many mappings as the name of its function says.
 */
public final class FlakyService {
  static final int AT_ONCE = 50;

  private static final CyclicBarrier CALM = new CyclicBarrier(AT_ONCE);
  private static final Pattern FUNCTION =
      Pattern.compile("(?:\"FunctionName\":\"|FunctionName=)([\\w-]+)");
  private static final Pattern MARKER = Pattern.compile("Marker=(\\d+)");
  private static final int PAGE = 100;

  private static final byte[] THROTTLING =
      Server.answer(
          429, "x-amzn-ErrorType: TooManyRequestsException\r\n", "{\"message\":\"Rate exceeded\"}");
  private static final LongAdder RESETS = new LongAdder();
  private static final LongAdder UNAVAILABLE = new LongAdder();
  private static final LongAdder THROTTLED = new LongAdder();

  private FlakyService() {}

  /**
   * Prints its port, and a port that tells how many connections it has, and how many requests it
   * has reset, answered with 503, and throttled.
   */
  public static void main(String[] args) throws Exception {
    ServerSocket socket = Server.anyPort();
    Server server = Server.start(socket, FlakyService::answer);
    ServerSocket control = Server.anyPort();
    Server.start(
        control,
        request ->
            Server.answer(
                200, "", server.open() + " " + RESETS + " " + UNAVAILABLE + " " + THROTTLED));
    System.out.println(socket.getLocalPort() + " " + control.getLocalPort());
    System.in.transferTo(OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }

  private static byte[] answer(Request request) {
    Matcher named = FUNCTION.matcher(request.line() + request.body());
    String function = named.find() ? named.group(1) : "";
    if (request.line().startsWith("GET")) {
      return page(request, Integer.parseInt(function.replaceAll("\\D", "")));
    }
    if (function.startsWith("calm-")) {
      return allAreHere() ? mapping(function) : Server.answer(400, "", "");
    }
    return switch (ThreadLocalRandom.current().nextInt(100)) {
      case 0 -> counted(RESETS, new byte[0]);
      case 1 -> counted(UNAVAILABLE, Server.answer(503, "", ""));
      case 2, 3 -> counted(THROTTLED, THROTTLING);
      default -> mapping(function);
    };
  }

  private static byte[] counted(LongAdder count, byte[] answer) {
    count.increment();
    return answer;
  }

  private static boolean allAreHere() {
    try {
      CALM.await(5, TimeUnit.SECONDS);
      return true;
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      return false;
    }
  }

  private static byte[] mapping(String function) {
    return Server.answer(202, "", Payloads.MAPPING_ANSWER.replace("my-function", function));
  }

  private static byte[] page(Request request, int total) {
    Matcher marker = MARKER.matcher(request.line());
    int first = marker.find() ? Integer.parseInt(marker.group(1)) : 0;
    int end = Math.min(total, first + PAGE);
    StringBuilder page = new StringBuilder("{");
    if (end < total) {
      page.append("\"NextMarker\":\"").append(end).append("\",");
    }
    page.append("\"EventSourceMappings\":[");
    for (int i = first; i < end; i++) {
      page.append(i == first ? "" : ",").append(Payloads.MAPPING_ANSWER);
    }
    return Server.answer(200, "", page.append("]}").toString());
  }
}
