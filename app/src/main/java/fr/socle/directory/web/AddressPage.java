package fr.socle.directory.web;

import fr.socle.ui.Page;

/** Asks to confirm a one-time address. */
public record AddressPage(String code) implements Page {}
