package io.github.lambdaesm.testsupport;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The source of a class in a string, which is not part of the build. */
public final class JavaSource extends SimpleJavaFileObject {
  private final String text;

  /** Creates the source of the class with this fully qualified name. */
  public JavaSource(String name, String text) {
    super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  /** Compiles classes into a folder, and returns every error and warning. */
  public static List<String> compile(List<JavaSource> sources, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options = List.of("-d", folder.toString(), "-proc:none", "-Xlint:all");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
      compiler.getTask(null, files, problems, options, null, sources).call();
    }
    return problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() != Diagnostic.Kind.NOTE)
        .map(Diagnostic::toString)
        .toList();
  }
}
