package fr.socle.ui;

/**
 * A page that only a demonstration has, declared as a bean by its block. The ribbon of every page
 * leads there, so that a tester finds it and the menus stay those of the product.
 *
 * @param label key of the message
 * @param order smaller comes first
 */
public record DemonstrationLink(String label, String href, int order) {}
