/** What people see: layout, form components, theme, errors, language; and who may see it. */
@ApplicationModule(displayName = "Interface", allowedDependencies = "kernel")
@NullMarked
package fr.socle.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
