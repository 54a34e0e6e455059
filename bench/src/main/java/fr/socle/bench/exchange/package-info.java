/** What an audited exchange costs, beside a plain proxy and the provider asked directly. */
@NullMarked
package fr.socle.bench.exchange;

import org.jspecify.annotations.NullMarked;
