package fr.socle.exchange.web;

import fr.socle.exchange.access.Consumer;
import fr.socle.ui.Page;
import java.time.Instant;
import java.util.List;

/** The programs that ask for data, the latest first. */
public record ConsumersPage(List<Consumer> lines, Instant now) implements Page {}
