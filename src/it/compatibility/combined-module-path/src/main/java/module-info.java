/** The program as a module. */
module example {
  requires io.github.lambdaesm;
  requires io.github.lambdaesm.testing;

  // The two are automatic modules, which cannot require what they need.
  requires com.fasterxml.jackson.databind;
  requires jdk.net;
  requires org.slf4j;

  // What this program uses itself.
  requires jdk.httpserver;
  requires software.amazon.awssdk.core;
  requires software.amazon.awssdk.services.lambda;
}
