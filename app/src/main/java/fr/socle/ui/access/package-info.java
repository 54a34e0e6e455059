/**
 * Who asks, and what each address demands of him. Every handler declares one of the annotations, or
 * nobody enters.
 */
@NamedInterface("access")
@NullMarked
package fr.socle.ui.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
