/** Forms: what a person typed, what was read from it, and what is wrong with it. */
@NamedInterface("form")
@NullMarked
package fr.socle.ui.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
