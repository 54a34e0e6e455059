@NullMarked
package fr.socle.ui.form;

import org.jspecify.annotations.NullMarked;
