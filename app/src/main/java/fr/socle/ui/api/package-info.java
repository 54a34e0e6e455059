/** What machines get when something is wrong: RFC 9457 problems, with the same rules as pages. */
@NamedInterface("api")
@NullMarked
package fr.socle.ui.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
