package fr.socle.ui;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the house looks and what it is called.
 *
 * @param siteName the administration's name, shown beside the brand
 * @param theme a folder whose {@code theme.css} replaces tokens and components; none by default
 * @param demonstration whether demonstration pages and persons exist
 */
@ConfigurationProperties("socle")
public record UiSettings(
        @DefaultValue("Services publics") String siteName,
        @Nullable String theme,
        @DefaultValue("true") boolean demonstration) {}
