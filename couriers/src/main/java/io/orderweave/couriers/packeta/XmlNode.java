package io.orderweave.couriers.packeta;

import java.util.List;
import java.util.Optional;

/** An element of an answer: its own text and its children. Prints names only. */
record XmlNode(String name, String text, List<XmlNode> children) {

    XmlNode {
        children = List.copyOf(children);
    }

    Optional<XmlNode> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    List<XmlNode> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** The text of a child; empty when the child is missing or blank. */
    Optional<String> textOf(String childName) {
        return child(childName).map(child -> child.text.strip()).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return name + children.stream().map(XmlNode::name).toList();
    }
}
