/** What providers give, as data: how it is asked, which fields it has, what of it leaves. */
@NullMarked
package fr.socle.exchange.dataset;

import org.jspecify.annotations.NullMarked;
