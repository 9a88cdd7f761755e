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

/** Java that is not part of the build: a class in a string. */
public final class JavaSource extends SimpleJavaFileObject {
  private final String text;

  /** The name is that of the class, with its package. */
  public JavaSource(String name, String text) {
    super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  /** Compiles classes into a folder, and gives every error and warning. */
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
