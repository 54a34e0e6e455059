package fr.socle.pieces;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this house keeps attachments.
 *
 * @param clamd the {@code host:port} of a clamd that scans every piece before it is served; by
 *     default nobody scans, and pages say so
 * @param clamdTimeout the longest scan of one piece
 * @param maxSize the greatest piece, whatever a field accepts
 * @param lowSpace below this much room nothing new is accepted, and the health says so
 */
@ConfigurationProperties("socle.pieces")
public record PiecesSettings(
        @Nullable String clamd,
        @DefaultValue("2m") Duration clamdTimeout,
        @DefaultValue("200MB") DataSize maxSize,
        @DefaultValue("1GB") DataSize lowSpace) {}
