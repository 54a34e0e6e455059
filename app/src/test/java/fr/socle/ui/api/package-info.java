@NullMarked
package fr.socle.ui.api;

import org.jspecify.annotations.NullMarked;
