package fr.socle.directory.web;

import fr.socle.ui.Page;

/**
 * Why a way in does not open.
 *
 * @param key of the title; {@code .what} tells what happened and {@code .then} what to do
 */
public record OutcomePage(String key, int status) implements Page {}
