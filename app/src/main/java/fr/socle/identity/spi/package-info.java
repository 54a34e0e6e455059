/** What this block asks of blocks above it. */
@NamedInterface("spi")
@NullMarked
package fr.socle.identity.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
