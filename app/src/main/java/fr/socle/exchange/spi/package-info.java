/** What this block asks of the blocks above. */
@NamedInterface("spi")
@NullMarked
package fr.socle.exchange.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
