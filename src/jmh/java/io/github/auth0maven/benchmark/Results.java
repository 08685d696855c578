package io.github.auth0maven.benchmark;

import io.github.auth0maven.benchmark.Contender.Cost;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The ratios of all rounds, as a table in Markdown. */
final class Results {

    private final Map<Contender, Map<Form, List<Cost>>> ratios = new LinkedHashMap<>();

    void add(Contender contender, Form form, Cost ratio) {
        ratios.computeIfAbsent(contender, key -> new EnumMap<>(Form.class))
                .computeIfAbsent(form, key -> new ArrayList<>())
                .add(ratio);
    }

    void print(PrintStream out) {
        StringBuilder head = new StringBuilder("| |");
        for (Form form : Form.values()) {
            head.append(' ').append(form.title).append(", elapsed time | processor time |");
        }
        out.println(head.append(" asked |"));
        out.println("|---|---|---|---|---|---|");
        ratios.forEach((contender, forms) -> {
            StringBuilder line = new StringBuilder("| ").append(contender.title());
            for (List<Cost> ofForm : forms.values()) {
                line.append(" | ").append(cell(ofForm, Cost::elapsed));
                line.append(" | ").append(cell(ofForm, Cost::processor));
            }
            out.println(line.append(" | ")
                    .append(contender.target() == 0 ? "" : "≥ " + contender.target())
                    .append(" |"));
        });
    }

    private static String cell(List<Cost> all, ToDoubleFunction<Cost> part) {
        Ratios ratios = new Ratios(all.stream().mapToDouble(part).toArray());
        return Double.isNaN(ratios.median())
                ? "–"
                : String.format(Locale.ROOT, "**%.2f** (%.2f–%.2f)", ratios.median(), ratios.least(), ratios.most());
    }
}
