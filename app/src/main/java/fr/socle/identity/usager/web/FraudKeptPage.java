package fr.socle.identity.usager.web;

import fr.socle.ui.Page;

/** A report was kept under this number. */
public record FraudKeptPage(String number) implements Page {}
