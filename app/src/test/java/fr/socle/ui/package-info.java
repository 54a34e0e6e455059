@NullMarked
package fr.socle.ui;

import org.jspecify.annotations.NullMarked;
