/**
 * Value types of the State. They refuse bad values with a specific reason and know nothing of any
 * other block.
 */
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
@NullMarked
package fr.socle.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
