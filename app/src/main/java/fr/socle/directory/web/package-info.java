/** The pages of the directory. */
@NullMarked
package fr.socle.directory.web;

import org.jspecify.annotations.NullMarked;
