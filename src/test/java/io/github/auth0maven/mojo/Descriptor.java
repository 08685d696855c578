package io.github.auth0maven.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The plugin's descriptor, as Maven reads it. */
final class Descriptor {

    private Descriptor() {}

    /** A goal. */
    record Goal(Element mojo) {

        String name() {
            return text("goal");
        }

        /** The text of this element, or nothing. */
        String text(String element) {
            return Descriptor.text(mojo, element);
        }

        /** The texts of all its elements, in the order of the descriptor. */
        Map<String, String> texts() {
            Map<String, String> texts = new LinkedHashMap<>();
            children(mojo).forEach(element -> texts.put(element.getTagName(), element.getTextContent()));
            return texts;
        }

        /** The parameters that a user can set. */
        List<Parameter> parameters() {
            Element configuration = child(mojo, "configuration");
            return children(child(mojo, "parameters")).stream()
                    .filter(parameter -> Descriptor.text(parameter, "editable").equals("true"))
                    .map(parameter -> new Parameter(parameter, configuration))
                    .toList();
        }
    }

    /** A parameter; what it is by default, and which property sets it, stand apart from what it is. */
    record Parameter(Element parameter, Element configuration) {

        String name() {
            return text(parameter, "name");
        }

        String description() {
            return text(parameter, "description");
        }

        String type() {
            return text(parameter, "type");
        }

        boolean isRequired() {
            return text(parameter, "required").equals("true");
        }

        /** The property, or nothing. */
        String property() {
            String expression = text(configuration, name());
            return expression.isEmpty() ? "" : expression.substring(2, expression.length() - 1);
        }

        /** The default, or nothing. */
        String defaultValue() {
            return children(configuration).stream()
                    .filter(element -> element.getTagName().equals(name()))
                    .map(element -> element.getAttribute("default-value"))
                    .findAny()
                    .orElse("");
        }
    }

    static List<Goal> goals() {
        return children(child(plugin(), "mojos")).stream().map(Goal::new).toList();
    }

    static Goal goal(String name) {
        return goals().stream()
                .filter(goal -> goal.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static Element plugin() {
        try (InputStream xml = Descriptor.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Objects.requireNonNull(xml, "there is no descriptor before mvn process-classes"))
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .map(Node::getTextContent)
                .findAny()
                .orElse("");
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
