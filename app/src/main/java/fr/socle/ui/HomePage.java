package fr.socle.ui;

/**
 * What stands at {@code /} while no portal does.
 *
 * @param demonstration whether the page of the components may be opened
 */
public record HomePage(boolean demonstration) implements Page {}
