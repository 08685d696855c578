package io.github.auth0maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What a screen or two hold can be read: the sizes of files and methods. */
class SourceSizeTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_METHOD = 30;
    private static final int USUAL_METHOD = 12;

    @Test
    void noFileIsLongerThanCanBeReadAtOnce() throws IOException {
        assertThat(sources())
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        source -> assertThat(linesOf(source)).as("%s", source).isLessThanOrEqualTo(LONGEST_FILE));
    }

    /** From its annotations to its last brace. */
    @Test
    void noMethodIsLongerThanAScreen() throws IOException {
        List<Method> methods = methods();

        assertThat(methods).hasSizeGreaterThan(1000);
        assertThat(methods.stream().filter(method -> method.lines() > LONGEST_METHOD))
                .isEmpty();
    }

    /** Between its braces, without blank lines and comments: what a method does is seen at once. */
    @Test
    void nineMethodsOfTenAreSeenAtOnce() throws IOException {
        List<Method> methods = methods();

        long small = methods.stream()
                .filter(method -> method.statements() <= USUAL_METHOD)
                .count();
        assertThat(100.0 * small / methods.size()).isGreaterThanOrEqualTo(90);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static long linesOf(Path source) {
        try (Stream<String> lines = Files.lines(source)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Method> methods() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask parser = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            MethodScanner scanner = new MethodScanner(Trees.instance(parser).getSourcePositions());
            for (CompilationUnitTree unit : parser.parse()) {
                scanner.scan(unit, unit);
            }
            return scanner.methods;
        }
    }

    /**
     * A method.
     *
     * @param lines from its annotations to its last brace
     * @param statements lines between its braces that are neither blank nor a comment
     */
    private record Method(String file, String name, long lines, long statements) {}

    private static final class MethodScanner extends TreeScanner<Void, CompilationUnitTree> {

        private final SourcePositions positions;
        private final List<Method> methods = new ArrayList<>();

        MethodScanner(SourcePositions positions) {
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            LineMap lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method));
            String file = unit.getSourceFile().getName();
            methods.add(new Method(file, method.getName().toString(), last - first + 1, statements(method, unit)));
            return super.visitMethod(method, unit);
        }

        private long statements(MethodTree method, CompilationUnitTree unit) {
            if (method.getBody() == null) {
                return 0;
            }
            long from = positions.getStartPosition(unit, method.getBody());
            long to = positions.getEndPosition(unit, method.getBody());
            return text(unit)
                    .substring((int) from + 1, (int) to - 1)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .count();
        }

        private static String text(CompilationUnitTree unit) {
            try {
                return unit.getSourceFile().getCharContent(true).toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
