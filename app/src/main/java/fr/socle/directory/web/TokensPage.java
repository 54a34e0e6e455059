package fr.socle.directory.web;

import fr.socle.directory.ApiToken;
import fr.socle.ui.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The API tokens, the newest first. */
public record TokensPage(Paged<ApiToken> list, Instant now, @Nullable String done)
        implements Page {}
