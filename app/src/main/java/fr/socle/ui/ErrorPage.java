package fr.socle.ui;

/**
 * Says what went wrong, what to do, and which code to quote.
 *
 * @param reference the code that the log also holds
 */
public record ErrorPage(Fault fault, int status, String reference) implements Page {}
