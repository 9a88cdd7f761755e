/** An application with the fewest modules that the client can do with. */
module example {
  requires com.fasterxml.jackson.databind;
  requires io.github.lambdaesm;
  requires org.slf4j;

  // What this program uses itself.
  requires jdk.httpserver;
  requires software.amazon.awssdk.auth;
  requires software.amazon.awssdk.regions;
}
