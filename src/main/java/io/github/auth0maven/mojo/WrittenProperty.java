package io.github.auth0maven.mojo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.project.MavenProject;

/** A property as it is written in the POM: Maven 4 gives a project those of the command line in their stead. */
final class WrittenProperty {

    private WrittenProperty() {}

    /** The nearest of this name, in the project, its active profiles, or its parents; its placeholders stand as they are. */
    static Optional<String> of(MavenProject project, String name) {
        return Stream.iterate(project, each -> each != null, MavenProject::getParent)
                .flatMap(each -> ofOne(each, name).stream())
                .findFirst();
    }

    private static Optional<String> ofOne(MavenProject project, String name) {
        List<Profile> profiles = new ArrayList<>(project.getActiveProfiles());
        Collections.reverse(profiles);
        Model model = project.getOriginalModel();
        return Stream.concat(
                        profiles.stream().map(Profile::getProperties),
                        Stream.ofNullable(model).map(Model::getProperties))
                .flatMap(properties -> Stream.ofNullable(properties.getProperty(name)))
                .findFirst();
    }
}
