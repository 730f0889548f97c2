package org.escapement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Jars that a test compiles, so that what they hold is truly not on its class path. */
public final class UserJar {
  private static final Path README =
      Path.of(System.getProperty("project.basedir", "."), "README.md");
  private static final String SERVICES = "META-INF/services/org.escapement.study.CatalogEntries";

  private UserJar() {}

  /** The section of README that says how to write one. */
  public static String section() throws IOException {
    String readme = Files.readString(README);
    int from = readme.indexOf("### Your own objective in Java\n");
    return readme.substring(from, readme.indexOf("\n#", from + 1));
  }

  /** The code in that section. */
  public static String code() throws IOException {
    Matcher code = Pattern.compile("(?s)```java\n(.*?)```").matcher(section());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  /** The jar of README. */
  public static Path readme(Path folder) throws IOException {
    return of(folder.resolve("my.jar"), "MyEntries", code());
  }

  /** A jar with the classes of one source file, and the names of providers. */
  public static Path of(Path jar, String providers, String source) throws IOException {
    Path folder = Files.createTempDirectory(jar.getParent(), "classes");
    Matcher name = Pattern.compile("public (?:final )?class (\\w+)").matcher(source);
    assertThat(name.find()).isTrue();
    compile(Files.writeString(folder.resolve(name.group(1) + ".java"), source), folder);
    Path services = folder.resolve(SERVICES);
    Files.createDirectories(services.getParent());
    Files.writeString(services, providers + "\n");
    pack(folder, jar);
    return jar;
  }

  private static void compile(Path source, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString());
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as(said.toString()).isTrue();
    }
    Files.delete(source);
  }

  private static void pack(Path folder, Path jar) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile).sorted(Comparator.reverseOrder()).forEach(files::add);
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out)) {
      for (Path file : files) {
        packed.putNextEntry(new JarEntry(folder.relativize(file).toString()));
        packed.write(Files.readAllBytes(file));
        packed.closeEntry();
      }
    }
  }

  /** What finds the classes of a jar, and those of its parent. */
  public static URLClassLoader loader(Path jar, ClassLoader parent) throws IOException {
    return new URLClassLoader(new URL[] {jar.toUri().toURL()}, parent);
  }
}
