package fr.socle.journal;

/**
 * A receipt, ready to be handed out.
 *
 * @param text the {@code .tlog-proof} file (c2sp.org/tlog-proof@v1)
 * @param size how many entries the signed log had: the receipt proves that this one was among them
 * @param witnesses how many witnesses cosigned that very state; zero is told like any other number
 */
public record ProofOfEntry(String text, long size, int witnesses) {}
