package fr.socle.directory.web;

import fr.socle.directory.Agent;
import fr.socle.ui.Page;

/** Tells a one-time address, once. */
public record OneTimeAddressPage(Agent agent, String address) implements Page {}
