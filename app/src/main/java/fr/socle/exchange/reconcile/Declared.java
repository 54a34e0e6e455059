package fr.socle.exchange.reconcile;

/**
 * What another side counted of one day.
 *
 * @param requested how many questions it asked, or was asked
 * @param answered how many answers it received, or gave
 */
public record Declared(long requested, long answered) {

    Declared plus(Declared other) {
        return new Declared(requested + other.requested, answered + other.answered);
    }
}
