package fr.socle.directory.web;

import fr.socle.ui.Page;

/** How the first operator comes back, and what to do next. */
public record NextStepsPage() implements Page {}
