/** What a page costs, asked over HTTP from another process. */
@NullMarked
package fr.socle.bench.page;

import org.jspecify.annotations.NullMarked;
