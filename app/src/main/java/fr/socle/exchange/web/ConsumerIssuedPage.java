package fr.socle.exchange.web;

import fr.socle.exchange.access.Consumers;
import fr.socle.ui.Page;

/** A program that was let in, with its token, told once. */
public record ConsumerIssuedPage(Consumers.Issued issued) implements Page {}
