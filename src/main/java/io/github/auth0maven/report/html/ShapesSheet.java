package io.github.auth0maven.report.html;

import io.github.auth0maven.report.PasswordReport.Shape;
import io.github.auth0maven.report.Verdict;
import io.github.auth0maven.report.html.Page.Sheet;
import io.github.auth0maven.report.html.Page.Sheet.Column;
import java.util.List;

/** Makes a table of the users by how their hashes are made. */
final class ShapesSheet {

    private ShapesSheet() {}

    static Sheet of(List<Shape> shapes) {
        return new Sheet(
                "Users by shape of hash",
                "One sample that matches proves all hashes of its shape.",
                List.of(
                        new Column("Shape", false),
                        new Column("Users", true),
                        new Column("Samples", true),
                        new Column("Matched", true),
                        new Column("Not matched", true)),
                shapes.stream().map(ShapesSheet::row).toList(),
                false);
    }

    private static List<String> row(Shape shape) {
        return List.of(
                shape.name(),
                Verdict.grouped(shape.users()),
                Verdict.grouped(shape.samples()),
                Verdict.grouped(shape.matched()),
                Verdict.grouped(shape.notMatched()));
    }
}
