package fr.socle.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of the open log.
 *
 * @param key the verifier key (C2SP vkey) with which receipts are verified
 * @param prefix the address under which checkpoint, key ({@code /cle}) and tiles lie
 * @param size how many entries the last signed state holds
 * @param signedAt when it was signed; null while none was
 * @param witnesses how many witnesses cosigned a state of the last hour
 */
public record PublicLog(
        String key, String prefix, long size, @Nullable Instant signedAt, int witnesses) {}
