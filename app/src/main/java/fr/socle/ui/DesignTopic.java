package fr.socle.ui;

/**
 * A page on which a block shows its own components, declared as a bean by that block; {@code
 * /design} leads to it.
 *
 * @param label key of the message
 */
public record DesignTopic(String label, String href) {}
