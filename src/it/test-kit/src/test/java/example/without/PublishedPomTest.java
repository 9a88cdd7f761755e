package example.without;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.lambdaesm.LambdaClient;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The jar has a copy of the POM that is published with it. */
class PublishedPomTest {
  private static final String POM = "/META-INF/maven/io.github.lambdaesm/lambda-esm-client/pom.xml";

  /** The package awssdk and the test kit's adapters need these; users choose their own versions. */
  @Test
  void hasOnlyDependenciesOfUsers() throws Exception {
    List<String> others = new ArrayList<>();
    for (Element dependency : elements(pom(), "dependency")) {
      if (!text(dependency, "scope").equals("compile") || !text(dependency, "optional").isEmpty()) {
        others.add(
            text(dependency, "artifactId")
                + " "
                + text(dependency, "scope")
                + " optional="
                + text(dependency, "optional"));
      }
    }

    assertEquals(
        List.of(
            "lambda compile optional=true",
            "event-ruler compile optional=true",
            "junit-jupiter-api provided optional=true",
            "wiremock-standalone provided optional=true"),
        others);
  }

  @Test
  void hasNoBuildAndNoRepositories() throws Exception {
    Element pom = pom();

    for (String name : List.of("build", "profiles", "repositories", "dependencyManagement")) {
      assertEquals(List.of(), elements(pom, name), name);
    }
  }

  private static Element pom() throws Exception {
    try (InputStream stream = LambdaClient.class.getResourceAsStream(POM)) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(stream)
          .getDocumentElement();
    }
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static String text(Element parent, String name) {
    List<Element> found = elements(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }
}
